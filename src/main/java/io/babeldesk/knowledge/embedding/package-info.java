/** Sentence vectors from langchain4j's models in this process, a model in a folder, or an OpenAI-compatible server. */
@NullMarked
package io.babeldesk.knowledge.embedding;

import org.jspecify.annotations.NullMarked;
