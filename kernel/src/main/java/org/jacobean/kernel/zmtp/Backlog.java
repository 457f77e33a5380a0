package org.jacobean.kernel.zmtp;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** How much output waits for the network; a thread that prints faster waits here. */
public final class Backlog {
  private static final long LIMIT = 8 << 20;

  private final AtomicLong posted = new AtomicLong();
  private volatile long waiting;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition room = lock.newCondition();

  /** Bytes were given to the loop. */
  public void posted(int bytes) {
    posted.addAndGet(bytes);
  }

  /** The loop took them. */
  public void taken(int bytes) {
    posted.addAndGet(-bytes);
  }

  void measured(List<Peer> peers) {
    long most = 0;
    for (Peer peer : peers) {
      most = Math.max(most, peer.waiting());
    }
    boolean was = waiting + posted.get() > LIMIT / 2;
    waiting = most;
    if (was || most > 0) {
      signal();
    }
  }

  private void signal() {
    lock.lock();
    try {
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }

  public boolean isFull() {
    return posted.get() + waiting > LIMIT;
  }

  /** Waits until there is room again. */
  public void await() throws InterruptedException {
    if (!isFull()) {
      return;
    }
    lock.lockInterruptibly();
    try {
      while (isFull()) {
        room.await(100, TimeUnit.MILLISECONDS);
      }
    } finally {
      lock.unlock();
    }
  }
}
