import java.util.List;

/** What is refused is an exception with its code, and what is just within a limit is not. */
final class RefusedTests {
    private static final CallRecord RECORD = new CallRecord("42", "88888888");

    private static final List<String> PERMANENT = List.of(
            "0200001", "0200007", "0200018", "0200019", "0200020", "0200024", "0200029", "0200030",
            "02000001", "02000002", "02000003", "02000004", "02000005", "02000006", "02000007", "02000008",
            "02000009", "02000010", "02000011");

    static void in(Tests tests) {
        PERMANENT.forEach(code -> attempts(tests, code, 1));
        attempts(tests, "0200006", 4);
        attempts(tests, "0200022", 4);

        tests.test("a code that no document has is no success", isales -> {
            isales.fault("{'off_contract': true, 'answer': {'code': '0299999'}}");
            refused(isales.dialler(), RECORD, "0299999");
            Check.equal(isales.count(), 1);
        });

        tests.test("a refusal names the records that it is about, and those before it are accepted", isales -> {
            var dialler = isales.dialler();
            isales.block("88880030");
            var refused = Check.raises(Refused.class, () -> dialler.add(DiallerTests.records(41)));
            Check.equal(refused.about, DiallerTests.records(41).subList(20, 40));
            Check.equal(dialler.accepted(), 20);
            Check.equal(isales.records().size(), 20);
        });

        campaign(tests, "{'state': 'completed'}", "0200019");
        campaign(tests, "{'pending': 200000}", "0200020");
        campaign(tests, "{'result_policy': 'contact'}", "02000001");
        campaign(tests, "{'call_mode': 'by_round'}", "02000001");

        tests.test("a campaign has room for the last record", isales -> {
            isales.changeCampaign("{'pending': 199999}");
            accepted(isales, RECORD);
        });

        tests.test("a campaign that is not there", isales -> {
            refused(isales.dialler(isales.connection(), 2), RECORD, "0200007");
        });

        tests.test("a call not quite a second after somebody else's", isales -> {
            isales.changeCampaign("{'last_call': '" + isales.now() + "'}");
            isales.advance(0.95);
            accepted(isales, RECORD);
            Check.equal(isales.count("result_code", "0200022"), 1);
        });

        tests.test("texts may be as long as the document says", isales -> {
            accepted(isales, new CallRecord("s".repeat(32), List.of("8".repeat(24)), "x".repeat(1024)));
        });

        text(tests, "a session of 33 characters", new CallRecord("s".repeat(33), "88888888"), "02000003");
        text(tests, "a number of 25 digits", new CallRecord("42", "8".repeat(25)), "02000003");
        text(tests, "call data of 1025 characters", new CallRecord("42", List.of("8"), "x".repeat(1025)), "02000003");
        text(tests, "a number with a space", new CallRecord("42", "8888 8888"), "02000002");
        text(tests, "a session with a NUL", new CallRecord("4\0" + "2", "88888888"), "02000002");
    }

    private static void attempts(Tests tests, String code, int attempts) {
        tests.test(code + " is sent " + (attempts == 1 ? "once" : attempts + " times"), isales -> {
            isales.fault("{'operation': 'add_outbound_numbers', 'answer': {'code': '" + code + "'}}");
            refused(isales.dialler(), RECORD, code);
            Check.equal(isales.count(), attempts);
        });
    }

    private static void campaign(Tests tests, String change, String code) {
        tests.test("a campaign with " + change + " takes no record", isales -> {
            isales.changeCampaign(change);
            refused(isales.dialler(), RECORD, code);
        });
    }

    private static void text(Tests tests, String what, CallRecord record, String code) {
        tests.test(what + " is refused", isales -> refused(isales.dialler(), record, code));
    }

    private static void accepted(Isales isales, CallRecord record) {
        var dialler = isales.dialler();
        dialler.add(List.of(record));
        Check.equal(dialler.accepted(), 1);
    }

    private static void refused(Dialler dialler, CallRecord record, String code) {
        Check.equal(Check.raises(Refused.class, () -> dialler.add(List.of(record))).code, code);
        Check.equal(dialler.accepted(), 0);
    }

    private RefusedTests() {}
}
