import java.util.List;
import java.util.stream.IntStream;

/** Lists in parts. */
final class Batches {
    /** A list in parts of this size; the last one may be smaller. */
    static <T> List<List<T>> of(List<T> list, int size) {
        return IntStream.range(0, (list.size() + size - 1) / size)
                .mapToObj(at -> list.subList(at * size, Math.min((at + 1) * size, list.size())))
                .toList();
    }

    private Batches() {}
}
