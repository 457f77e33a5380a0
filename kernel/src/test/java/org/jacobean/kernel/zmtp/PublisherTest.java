package org.jacobean.kernel.zmtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A publisher heard byte for byte: JeroMQ's own subscribers now and then never read at all. */
class PublisherTest {
  private final List<Subscriber> subscribers = new ArrayList<>();
  private Loop loop;
  private Publisher publisher;
  private int port;

  @BeforeEach
  void publish() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    loop = new Loop(new Quiet(), new Reserve());
    publisher =
        new Publisher(loop, "tcp://127.0.0.1:" + port, topic -> List.of("welcome".getBytes()));
    Thread thread = new Thread(loop::run);
    thread.setDaemon(true);
    thread.start();
  }

  @AfterEach
  void end() throws IOException {
    loop.close();
    for (Subscriber subscriber : subscribers) {
      subscriber.socket.close();
    }
  }

  private void send(String text) {
    loop.post(() -> publisher.send(List.of(text.getBytes())));
  }

  private Subscriber subscriber(String topic) throws IOException {
    Subscriber subscriber = new Subscriber(port, topic);
    subscribers.add(subscriber);
    return subscriber;
  }

  @Test
  void whatIsSentBeforeAnybodyListensWaitsForTheFirst() throws IOException {
    send("one");
    send("two");
    Subscriber first = subscriber("");
    assertEquals(
        List.of("welcome", "one", "two"), List.of(first.next(), first.next(), first.next()));
    send("three");
    assertEquals("three", first.next());
  }

  @Test
  void aLaterSubscriberHearsNothingOld() throws IOException {
    send("old");
    Subscriber first = subscriber("");
    assertEquals(List.of("welcome", "old"), List.of(first.next(), first.next()));
    Subscriber second = subscriber("");
    assertEquals("welcome", second.next());
    second.socket.setSoTimeout(200);
    assertThrows(SocketTimeoutException.class, second::next);
  }

  @Test
  void whatWaitsForTheFirstIsBoundedInNumberAndSize() throws IOException {
    send("x".repeat(2 << 20));
    for (int i = 0; i < 1500; i++) {
      send("m" + i);
    }
    Subscriber first = subscriber("");
    assertEquals("welcome", first.next());
    for (int i = 0; i < 1000; i++) {
      assertEquals("m" + i, first.next());
    }
    send("now");
    assertEquals("now", first.next());
  }

  @Test
  void aSubscriberGetsItsTopicOnly() throws IOException {
    Subscriber subscriber = subscriber("news");
    assertEquals("welcome", subscriber.next());
    send("weather");
    send("news!");
    assertEquals("news!", subscriber.next());
  }

  private static final class Subscriber {
    private final Socket socket;
    private final DataInputStream in;

    Subscriber(int port, String topic) throws IOException {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(5000);
      in = new DataInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      out.write(Greeting.ours());
      byte[] ready = Greeting.ready("SUB");
      out.write(new byte[] {4, (byte) ready.length});
      out.write(ready);
      out.write(new byte[] {0, (byte) (1 + topic.length()), 1});
      out.write(topic.getBytes());
      out.flush();
      in.skipNBytes(Greeting.SIZE);
      next();
    }

    /** The body of the next short frame. */
    String next() throws IOException {
      in.readByte();
      return new String(in.readNBytes(in.readUnsignedByte()));
    }
  }

  private static final class Quiet implements Loop.Surroundings {
    @Override
    public void warn(String message) {}

    @Override
    public void tick() {}

    @Override
    public long tickMillis() {
      return 1000;
    }
  }
}
