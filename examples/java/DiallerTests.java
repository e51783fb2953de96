import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Whether the dialler obeys the document. Time stands still but for its own pauses, so nothing here waits. */
final class DiallerTests {
    static void in(Tests tests) {
        tests.test("calls keep the pace", isales -> {
            var dialler = isales.dialler();
            records(3).forEach(each -> dialler.add(List.of(each)));
            var tooFast = isales.count("clause", "ON-PACE");
            Check.equal(tooFast, 0, "ON-PACE: calls for one campaign are at least 1 second apart");
        });

        tests.test("a call has at most 20 records", isales -> {
            var dialler = isales.dialler();
            dialler.add(records(41));
            Check.equal(dialler.accepted(), 41);
            Check.equal(isales.records().size(), 41);
            Check.equal(isales.count("result_code", "0200000"), 3);
        });

        tests.test("a call that is refused with HTTP status 200 is no success", isales -> {
            var dialler = isales.dialler();
            isales.block("88888888");
            var refused = Check.raises(Refused.class, () -> dialler.add(List.of(new CallRecord("42", "88888888"))));
            Check.equal(refused.code, "0200024");
            Check.equal(dialler.accepted(), 0);
        });

        tests.test("duplicate numbers are not sent again", isales -> {
            var twice = List.of(new CallRecord("42", "88888888", "88888888"));
            var refused = Check.raises(Refused.class, () -> isales.dialler().add(twice));
            Check.equal(refused.kind, Refused.Kind.DUPLICATE_NUMBERS);
            Check.equal(isales.count(), 1, "ON-DUPLICATE: what is refused for it is as wrong the next time");
        });

        tests.test("each record has one data id, however many numbers it has", isales -> {
            var dialler = isales.dialler();
            dialler.add(List.of(new CallRecord("Li", "88888888", "66666666"), new CallRecord("Wang", "88880000")));
            var why = "ON-DATA-ID-LIST: the list has one entry a record, not one a called number";
            Check.equal(dialler.dataIds, dataIds(isales), why);
            Check.equal(dialler.accepted(), 2);
        });

        tests.test("a parameter error comes with its details", isales -> {
            isales.changeCampaign("{'device_type': 'intelligent_ivr'}");
            var record = new CallRecord("42", List.of("88888888"), "Li");
            var refused = Check.raises(Refused.class, () -> isales.dialler().add(List.of(record)));
            Check.equal(refused.kind, Refused.Kind.PARAMETER_ERROR);
            Check.that(refused.getMessage().contains("callData"), refused.getMessage() + " names callData");
        });

        tests.test("an empty parameter is another error", isales -> {
            var refused = Check.raises(Refused.class, () -> isales.dialler().add(List.of(new CallRecord("42"))));
            Check.equal(refused.kind, Refused.Kind.EMPTY_PARAMETER);
        });

        tests.test("a call too near to somebody else's is made again", isales -> {
            var dialler = isales.dialler();
            isales.changeCampaign("{'last_call': '" + isales.now() + "'}");
            dialler.add(records(1));
            Check.equal(isales.count("result_code", "0200022"), 1);
            Check.equal(dialler.accepted(), 1);
        });

        tests.test("what could not be stored is sent again, and is there once", isales -> {
            var dialler = isales.dialler();
            isales.fault("{'when': {'first': 2}, 'operation': 'add_outbound_numbers', 'answer': {'code': '0200006'}}");
            dialler.add(records(1));
            Check.equal(isales.count(), 3);
            Check.equal(dialler.accepted(), 1);
            Check.equal(isales.records().size(), 1);
        });

        tests.test("it gives up after four attempts", isales -> {
            isales.fault("{'operation': 'add_outbound_numbers', 'answer': {'code': '0200006'}}");
            var refused = Check.raises(Refused.class, () -> isales.dialler().add(records(1)));
            Check.equal(refused.kind, Refused.Kind.DATABASE_ERROR);
            Check.equal(isales.count(), 4);
        });

        tests.test("what was accepted before a refusal is known, and not sent again", isales -> {
            var dialler = isales.dialler();
            var good = new CallRecord("good", "88888888");
            dialler.add(List.of(good));
            var refused = Check.raises(Refused.class, () -> dialler.add(List.of(good, new CallRecord("bad", ""))));
            Check.equal(refused.kind, Refused.Kind.EMPTY_PARAMETER);
            Check.equal(dialler.dataIds, dataIds(isales));
            Check.equal(isales.records().size(), 1);
        });

        tests.test("two records of one session are not taken for one", isales -> {
            var twice = List.of(new CallRecord("42", "88888888"), new CallRecord("42", "66666666"));
            Check.raises(IllegalArgumentException.class, () -> isales.dialler().add(twice));
            Check.equal(isales.count(), 0);
        });
    }

    /** Records with a number each. */
    static List<CallRecord> records(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> new CallRecord("customer " + at, String.valueOf(88880000 + at)))
                .toList();
    }

    /** The data ids that the campaign has, by session. */
    private static Map<Object, Object> dataIds(Isales isales) {
        return isales.records().stream()
                .collect(Collectors.toMap(
                        each -> each.get("session_id"), each -> ((List<?>) each.get("data_ids")).get(0)));
    }

    private DiallerTests() {}
}
