import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file of entries of one size, added at its end. An entry that a kill cut in two is no entry. What
 * write() has taken survives the process; to survive the machine too, file.force(false) in each add().
 */
final class Book implements AutoCloseable {
  private final FileChannel file;
  private final long entryBytes;
  private long count;

  Book(Path path, long entryBytes) throws IOException {
    this.entryBytes = entryBytes;
    file =
        FileChannel.open(
            path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
    count = file.size() / entryBytes;
    file.truncate(count * entryBytes).position(count * entryBytes);
  }

  long count() {
    return count;
  }

  /** The newest entry; all zeros when there is none. */
  ByteBuffer last() throws IOException {
    ByteBuffer entry = ByteBuffer.allocate((int) entryBytes);
    if (count > 0) file.read(entry, (count - 1) * entryBytes);
    return entry.order(java.nio.ByteOrder.nativeOrder());
  }

  void add(ByteBuffer entries) throws IOException {
    count += entries.remaining() / entryBytes;
    while (entries.hasRemaining()) file.write(entries);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
