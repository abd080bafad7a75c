package org.acmconversation.engine.feel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No expression blocks its thread or fills the heap. */
class BoundedFeelTest {

    private static final String MANY_A = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private final FeelExpressions feel = new FeelExpressions();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for i in 1..3000, j in 1..3000 return i * j)",
                "count(for i in 1..1000000000 return i)",
                "count(for i in 1..2000 return count(for j in 1..2000 return i + j))",
                "some i in 1..4000, j in 1..4000 satisfies i * j < 0",
                "every i in 1..4000, j in 1..4000 satisfies i * j > 0",
                "count(for i in -1000000000..1000000000 return 1)",
                "count((for i in 1..1000 return i)[count((for j in 1..1000 return j)[item > 1]) > 1])",
                "string length({a: \"twice\", b: a+a, c: b+b, d: c+c, e: d+d, f: e+e, g: f+f, h: g+g, i: h+h, j: i+i,"
                        + " k: j+j, l: k+k, m: l+l, n: m+m, o: n+n, p: o+o, q: p+p, r: q+q, s: r+r}.s)",
                "matches(\"" + MANY_A + "b\", \"(.*a){12}c\")",
                "replace(\"" + MANY_A + "b\", \"(.*a){12}c\", \"\")",
                "split(\"" + MANY_A + "b\", \"(.*a){12}c\")",
                "extract(\"" + MANY_A + "b\", \"(.*a){12}c\")",
                "replace(string join(for i in 1..9000 return \"a\"), \"a\", \"" + MANY_A + "\")",
                "string join(for i in 1..9000 return \"" + MANY_A + "\", \",\")",
                "decimal(1, 2000000000)",
                "round up(1.5, 2000000000)",
                "{f: function(f, n) f(f, n + 1), r: f(f, 1)}.r",
            })
    void expressionsOverTheLimitFail(String expression) {
        assertThat(feel.value(expression)).isEmpty();
    }

    @Test
    void shippedModelsStayFarBelowTheLimit() {
        assertThat(feel.value("count(for i in 1..100, j in 1..100 return i * j)"))
                .contains(10_000L);
        assertThat(feel.value("sum(for i in [1, 2, 3], j in [i, 10] return j)")).isEmpty();
        assertThat(feel.value("for i in 3..1 return i")).contains(List.of(3L, 2L, 1L));
        assertThat(feel.value("matches(\"CRM-1042\", \"^CRM-\\d+$\")")).contains(true);
        assertThat(feel.value("replace(\"CRM-1042\", \"\\d\", \"#\")")).contains("CRM-####");
        assertThat(feel.value("split(\"a;b\", \";\")")).contains(List.of("a", "b"));
        assertThat(feel.value("string join([\"a\", \"b\"], \", \")")).contains("a, b");
        assertThat(feel.value("decimal(1/3, 2)")).isPresent();
        assertThat(feel.holds("> 20000", 20_001)).isTrue();
        assertThat(feel.holds("not(\"ENTERPRISE\")", "SMB")).isTrue();
        assertThat(feel.holds("> 20000", "many")).isFalse();
    }
}
