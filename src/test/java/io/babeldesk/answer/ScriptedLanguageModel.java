package io.babeldesk.answer;

import io.babeldesk.answer.ModelStream.Ended;
import io.babeldesk.answer.ModelStream.Failed;
import io.babeldesk.answer.ModelStream.Failure;
import io.babeldesk.answer.ModelStream.Piece;
import io.babeldesk.answer.ModelStream.Silence;
import io.babeldesk.answer.ModelStream.Text;
import io.babeldesk.answer.ModelStream.Usage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A model that says what a test wants it to say, in pieces of a few letters as real ones do. */
public final class ScriptedLanguageModel implements LanguageModel {

    public final List<Prompt> prompts = new CopyOnWriteArrayList<>();
    public final AtomicInteger closed = new AtomicInteger();
    private final Function<Prompt, List<Piece>> script;
    private final Optional<Failure> refusal;

    private ScriptedLanguageModel(Function<Prompt, List<Piece>> script) {
        this(script, Optional.empty());
    }

    private ScriptedLanguageModel(Function<Prompt, List<Piece>> script, Optional<Failure> refusal) {
        this.script = script;
        this.refusal = refusal;
    }

    /** Begins nothing. */
    public static ScriptedLanguageModel refusing(Failure why) {
        return new ScriptedLanguageModel(_ -> List.of(new Failed(why, "")), Optional.of(why));
    }

    public static ScriptedLanguageModel doing(Function<Prompt, List<Piece>> script) {
        return new ScriptedLanguageModel(script);
    }

    public static ScriptedLanguageModel saying(String words) {
        return new ScriptedLanguageModel(
                prompt -> prompt.task() == Prompt.Task.ANSWER ? said(words) : List.of(new Ended(Usage.NONE)));
    }

    /** Says a part and then fails. */
    public static ScriptedLanguageModel failingAfter(String words, Failure why) {
        return new ScriptedLanguageModel(prompt -> {
            List<Piece> pieces = new ArrayList<>(said(words));
            pieces.removeLast();
            pieces.add(new Failed(why, ""));
            return pieces;
        });
    }

    public static List<Piece> said(String words) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < words.length(); i += 5) {
            pieces.add(new Text(words.substring(i, Math.min(words.length(), i + 5))));
        }
        pieces.add(new Ended(new Usage(10, words.length() / 4, 0)));
        return pieces;
    }

    @Override
    public ModelStream begin(Prompt prompt, Payer payer) {
        prompts.add(prompt);
        Deque<Piece> left = new ArrayDeque<>(script.apply(prompt));
        return new ModelStream() {
            @Override
            public Piece next(Duration atMost) {
                if (left.isEmpty()) {
                    return new Silence();
                }
                return left.size() == 1 ? left.getFirst() : left.removeFirst();
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    @Override
    public Optional<Failure> refusal() {
        return refusal;
    }

    @Override
    public String nameFor(Prompt.Task task) {
        return "scripted";
    }

    @Override
    public String state() {
        return "ok";
    }
}
