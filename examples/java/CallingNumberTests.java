import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Calling numbers: the other interface. */
final class CallingNumberTests {
    static void in(Tests tests) {
        tests.test("calling numbers are added, at most 100 in a call", isales -> {
            CallingNumber.add(isales.connection(), 1, 1, numbers(201));
            Check.equal(isales.callingNumbers().size(), 201);
            Check.equal(isales.count("operation", "add_calling_numbers", "result_code", "0200000"), 3);
        });

        tests.test("a calling number that is there has its new priority", isales -> {
            CallingNumber.add(isales.connection(), 1, 1, List.of(new CallingNumber("10086", 1)));
            CallingNumber.add(isales.connection(), 1, 1, List.of(new CallingNumber("10086", 5)));
            Check.equal(isales.callingNumbers(), List.of(Map.of("access_code", "10086", "priority", 5.0)));
        });

        tests.test("calling numbers need no pace", isales -> {
            numbers(3).forEach(each -> CallingNumber.add(isales.connection(), 1, 1, List.of(each)));
            Check.equal(isales.count("result_code", "0200000"), 3);
        });

        refused(tests, "that stands twice", "0200001", new CallingNumber("4000", 1), new CallingNumber("4000", 2));
        refused(tests, "without a digit", "02000001", new CallingNumber("", 1));
        refused(tests, "with priority 6", "02000007", new CallingNumber("10086", 6));
        refused(tests, "with a sign", "02000002", new CallingNumber("+10086", 1));
        refused(tests, "with 25 digits", "02000003", new CallingNumber("1".repeat(25), 1));
    }

    private static void refused(Tests tests, String what, String code, CallingNumber... numbers) {
        tests.test("a calling number " + what + " is refused, and the refusal names it", isales -> {
            var all = List.of(numbers);
            var refused = Check.raises(Refused.class, () -> CallingNumber.add(isales.connection(), 1, 1, all));
            Check.equal(refused.code, code);
            Check.equal(refused.about, all);
            Check.equal(isales.callingNumbers(), List.of());
        });
    }

    private static List<CallingNumber> numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> new CallingNumber(String.valueOf(4000 + at), 1))
                .toList();
    }

    private CallingNumberTests() {}
}
