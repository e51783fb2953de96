import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Answers that do not come, or not from the interface: no customer is enrolled twice. */
final class LostAnswerTests {
    private static final CallRecord RECORD = new CallRecord("42", "88888888");
    private static final CallRecord OTHER = new CallRecord("43", "66666666");

    static void in(Tests tests) {
        unknown(tests, "an answer that is lost, its call done", "{'connection': 'reset', 'applied': true}", true);
        unknown(tests, "a call that is lost on its way", "{'connection': 'reset'}", false);
        unknown(tests, "an answer without a byte", "{'connection': 'empty', 'applied': true}", true);
        unknown(tests, "an answer that is no HTTP", "{'connection': 'garbage', 'applied': true}", true);
        unknown(tests, "an answer that breaks off", "{'cut': 40}", true);
        unknown(tests, "a status of a gateway", "{'status': 503}", false);

        tests.test("an answer that comes slowly is an answer", isales -> {
            isales.fault("{'answer': {'drip': {'bytes': 100, 'seconds': 0.01}}}");
            var dialler = isales.dialler();
            dialler.add(List.of(RECORD));
            Check.equal(dialler.accepted(), 1);
        });

        tests.test("an answer that comes too late leaves the outcome unknown", isales -> {
            isales.fault("{'answer': {'latency': 0.5}}");
            var dialler = isales.dialler(isales.connection(Isales.SK, Duration.ofMillis(100)), 1);
            Check.raises(OutcomeUnknown.class, () -> dialler.add(List.of(RECORD)));
            Check.equal(dialler.uncertain, Set.of("42"));
        });

        tests.test("an answer that stops half-way leaves the outcome unknown", isales -> {
            isales.fault("{'answer': {'drip': {'bytes': 40, 'seconds': 5}}}");
            var dialler = isales.dialler(isales.connection(Isales.SK, Duration.ofMillis(500)), 1);
            Check.raises(OutcomeUnknown.class, () -> dialler.add(List.of(RECORD)));
            Check.equal(dialler.uncertain, Set.of("42"));
        });

        List.of(401, 404, 413, 429).forEach(status -> nothingDone(tests, status));

        tests.test("where nobody listens, nothing was done", isales -> {
            var nobody = new Connection("http://127.0.0.1:2", new C2Signer("demo", "secret"));
            var dialler = isales.dialler(nobody, 1);
            Check.raises(NoAnswer.class, () -> dialler.add(List.of(RECORD)));
            Check.equal(dialler.uncertain, Set.of());
        });

        tests.test("the list of data ids may have either of its documented names", isales -> {
            isales.changeReadings("{'data_id_key': 'datalist'}");
            var dialler = isales.dialler();
            dialler.add(List.of(RECORD));
            Check.equal(List.of(dialler.dataIds.get("42")), isales.records().get(0).get("data_ids"));
        });

        tests.test("a list of data ids that does not fit the records leaves them uncertain", isales -> {
            isales.changeReadings("{'data_id_per': 'number'}");
            var dialler = isales.dialler();
            var two = List.of(new CallRecord("42", "88888888", "66666666"));
            Check.raises(OutcomeUnknown.class, () -> dialler.add(two));
            Check.equal(dialler.uncertain, Set.of("42"));
        });
    }

    private static void unknown(Tests tests, String what, String answer, boolean isDone) {
        tests.test(what + " leaves the outcome unknown, and nothing is sent twice", isales -> {
            isales.fault("{'when': {'first': 1}, 'answer': " + answer + "}");
            var dialler = isales.dialler();
            var error = Check.raises(OutcomeUnknown.class, () -> dialler.add(List.of(RECORD)));
            Check.equal(error.records, List.of(RECORD));
            dialler.add(List.of(RECORD, OTHER));
            var kept = isales.records().stream().map(each -> each.get("session_id")).toList();
            Check.equal(kept, isDone ? List.of("42", "43") : List.of("43"));
            Check.equal(dialler.uncertain, Set.of("42"));
            Check.equal(dialler.dataIds.keySet(), Set.of("43"));
            Check.equal(isales.count(), 2);
        });
    }

    private static void nothingDone(Tests tests, int status) {
        tests.test("HTTP " + status + " says that nothing was done", isales -> {
            isales.fault("{'when': {'first': 1}, 'answer': {'status': " + status + "}}");
            var dialler = isales.dialler();
            var error = Check.raises(NoAnswer.class, () -> dialler.add(List.of(RECORD)));
            Check.that(error.getMessage().contains("HTTP " + status), error.getMessage() + " names the status");
            dialler.add(List.of(RECORD));
            Check.equal(dialler.accepted(), 1);
        });
    }

    private LostAnswerTests() {}
}
