package org.acmconversation.engine.feel;

import camundajar.impl.scala.Tuple2;
import camundajar.impl.scala.collection.immutable.List;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.SomeItem;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValList;
import org.camunda.feel.syntaxtree.ValNumber;
import org.camunda.feel.syntaxtree.ValString;
import org.camunda.feel.valuemapper.ValueMapper;

/**
 * Evaluates a FEEL expression within limits for the number of steps and the size of values. Nothing else stops an
 * evaluation: no timeout reaches the thread, and a nested loop over a few thousand numbers fills the heap.
 */
class BoundedFeel extends FeelInterpreter {

    /** The current models need a few hundred. */
    static final long MAX_STEPS = 100_000;

    static final int MAX_VALUE = 100_000;

    private long steps;

    BoundedFeel(ValueMapper values) {
        super(values);
    }

    /** The expression exceeds a limit. */
    static class LimitExceededException extends RuntimeException {

        LimitExceededException() {
            super("it takes more than %d steps, or makes a longer text or list".formatted(MAX_STEPS));
        }
    }

    @Override
    public Val eval(Exp expression, EvalContext context) {
        take(1);
        if (expression instanceof For loop) {
            take(rounds(loop.iterators(), context));
        } else if (expression instanceof SomeItem loop) {
            take(rounds(loop.iterators(), context));
        } else if (expression instanceof EveryItem loop) {
            take(rounds(loop.iterators(), context));
        } else if (expression instanceof IterationContext range) {
            take(length(range, context));
        }
        Val value = super.eval(expression, context);
        if (value instanceof ValList list && list.items().size() > MAX_VALUE
                || value instanceof ValString text && text.value().length() > MAX_VALUE) {
            throw new LimitExceededException();
        }
        return value;
    }

    private void take(long more) {
        steps += more;
        if (steps > MAX_STEPS) {
            throw new LimitExceededException();
        }
    }

    /** The interpreter creates all combinations before it evaluates the first. */
    private long rounds(List<Tuple2<String, Exp>> iterators, EvalContext context) {
        long rounds = 1;
        for (Tuple2<String, Exp> iterator : CollectionConverters.asJava(iterators)) {
            if (eval(iterator._2(), context) instanceof ValList list) {
                rounds *= list.items().size();
                take(Math.max(0, rounds - MAX_STEPS));
            }
        }
        return rounds;
    }

    private long length(IterationContext range, EvalContext context) {
        return eval(range.start(), context) instanceof ValNumber start
                        && eval(range.end(), context) instanceof ValNumber end
                ? end.value()
                        .$minus(start.value())
                        .abs()
                        .min(camundajar.impl.scala.math.BigDecimal.exact(MAX_STEPS + 1))
                        .toLong()
                : 0;
    }
}
