import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Runs the tests, four at a time, each with a contact centre of its own; what it prints is TAP. JUnit would do it as
 * well, and would have to be downloaded.
 *
 * <pre>
 * mock-isales run -- java -cp out Tests [SUITE...]
 * </pre>
 */
final class Tests {
    private static final Map<String, Consumer<Tests>> SUITES = new LinkedHashMap<>();

    static {
        SUITES.put("DiallerTests", DiallerTests::in);
        SUITES.put("RefusedTests", RefusedTests::in);
        SUITES.put("LostAnswerTests", LostAnswerTests::in);
        SUITES.put("CallingNumberTests", CallingNumberTests::in);
        SUITES.put("SignatureTests", SignatureTests::in);
    }

    /** A test. */
    interface Test {
        void run(Isales isales) throws Exception;
    }

    /** What became of a test: its lines, which begin with "ok" or "not ok". */
    private record Result(List<String> lines) {}

    private final List<Callable<Result>> tests = new ArrayList<>();

    public static void main(String[] suites) throws Exception {
        var tests = new Tests();
        for (var suite : suites.length > 0 ? List.of(suites) : SUITES.keySet()) {
            SUITES.getOrDefault(suite, Tests::unknown).accept(tests);
        }
        System.exit(tests.areFine() ? 0 : 1);
    }

    private static void unknown(Tests tests) {
        throw new IllegalArgumentException("a suite is one of " + SUITES.keySet());
    }

    void test(String name, Test test) {
        tests.add(() -> result(name, test));
    }

    void skip(String name, String why) {
        tests.add(() -> new Result(List.of("ok - " + name + " # SKIP " + why)));
    }

    private static Result result(String name, Test test) {
        try (var isales = new Isales()) {
            try {
                test.run(isales);
                return new Result(List.of("ok - " + name));
            } catch (Exception | AssertionError error) {
                var lines = new ArrayList<>(List.of("not ok - " + name));
                lines.add("# " + error);
                isales.told().forEach(line -> lines.add("# " + line));
                return new Result(lines);
            }
        }
    }

    private boolean areFine() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        var failed = 0;
        for (var result : pool.invokeAll(tests)) {
            var lines = result.get().lines();
            lines.forEach(System.out::println);
            failed += lines.get(0).startsWith("not ok") ? 1 : 0;
        }
        pool.shutdown();
        System.out.println("1.." + tests.size());
        System.out.println("# " + (tests.size() - failed) + " passed, " + failed + " failed");
        return failed == 0;
    }
}
