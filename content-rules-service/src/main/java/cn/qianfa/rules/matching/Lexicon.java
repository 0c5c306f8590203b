package cn.qianfa.rules.matching;

import cn.qianfa.rules.ruleset.AllowContext;
import cn.qianfa.rules.ruleset.Entry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The terms of a rule set and the phrases of its contexts, ready to be looked for all at once. */
public final class Lexicon {
    private final List<Entry.Term> terms;
    private final List<AllowContext> contexts;
    private final Word[] words;
    private final Automaton automaton;

    private Lexicon(List<Entry.Term> terms, List<AllowContext> contexts, Word[] words, Automaton automaton) {
        this.terms = terms;
        this.contexts = contexts;
        this.words = words;
        this.automaton = automaton;
    }

    /** Refuses, with an {@link IllegalArgumentException}, what has no letter or digit. */
    public static Lexicon of(List<Entry.Term> terms, List<AllowContext> contexts) {
        var words = new ArrayList<Word>();
        terms.forEach(term -> words.add(Word.of(term.text(), term.spelling(), term.boundary())));
        contexts.forEach(
                context -> words.add(Word.of(context.phrase(), Entry.Spelling.EXACT, Entry.Boundary.ANYWHERE)));
        var automaton = Automaton.of(words.stream().map(Word::shape).toList());
        return new Lexicon(terms, contexts, words.toArray(Word[]::new), automaton);
    }

    /**
     * Finds all terms valid on a day, and marks all phrases.
     *
     * @return the number of steps it took
     */
    public long find(Runs text, LocalDate on, Marks marks, Found found) {
        var looked = new long[1];
        var steps = automaton.scan(text.shapes(), text.size(), (end, index) -> {
            looked[0] += words[index].length();
            var at = words[index].endingAt(end, text);
            if (at == null) {
                return;
            }
            if (index >= terms.size()) {
                marks.add(contexts.get(index - terms.size()), at);
            } else if (terms.get(index).validity().includes(on)) {
                found.term(terms.get(index), at);
            }
        });
        return steps + looked[0];
    }

    /** Told of each term. */
    public interface Found {
        void term(Entry.Term term, Occurrence at);
    }
}
