import java.time.Duration;
import java.util.List;

/** Signatures. Every call of every test is signed; who verifies it is the server, where it is told to. */
final class SignatureTests {
    private static final String AWKWARD = "{\"name\": \"\u738b\u82b3 \u2713 \ud83d\ude00 + * ' ~ / %\"}";
    private static final CallRecord CHINESE = new CallRecord("\u738b\u82b3", List.of("88888888"), AWKWARD);

    static void in(Tests tests) {
        tests.test("what is signed is what is sent, in any script", isales -> {
            isales.dialler().add(List.of(CHINESE));
            Check.equal(isales.records().get(0).get("call_data"), AWKWARD);
        });

        var wrong = "a wrong secret adds nothing, and says so";
        if (!Isales.VERIFIES) {
            tests.skip(wrong, "needs mock-isales run --auth c2 --access-key demo:secret");
            return;
        }
        tests.test(wrong, isales -> {
            var dialler = isales.dialler(isales.connection("another", Duration.ofSeconds(30)), 1);
            var error = Check.raises(NoAnswer.class, () -> dialler.add(List.of(CHINESE)));
            Check.that(error.getMessage().contains("401"), error.getMessage() + " names the status");
            Check.equal(isales.records().size(), 0);
        });
    }

    private SignatureTests() {}
}
