/** Language models behind servers that speak the OpenAI dialect: patience, retries, budgets, and when to leave off. */
@NullMarked
package io.babeldesk.answer.llm;

import org.jspecify.annotations.NullMarked;
