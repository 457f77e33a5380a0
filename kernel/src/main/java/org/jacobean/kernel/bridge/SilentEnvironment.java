package org.jacobean.kernel.bridge;

import org.dflib.jjava.jupyter.channels.ReplyEnvironment;
import org.dflib.jjava.jupyter.messages.ContentType;
import org.dflib.jjava.jupyter.messages.Message;
import org.dflib.jjava.jupyter.messages.MessageType;
import org.dflib.jjava.jupyter.messages.reply.ErrorReply;

/** What jjava's handlers answer is dropped: the protocol's own handlers answer. */
final class SilentEnvironment implements ReplyEnvironment {
  @Override
  public void publish(Message<?> message) {}

  @Override
  public void reply(Message<?> message) {}

  @Override
  public ReplyEnvironment defer() {
    return this;
  }

  @Override
  public void defer(Runnable action) {}

  @Override
  public void resolveDeferrals() {}

  @Override
  public <T extends ContentType<T>> void publish(T content) {}

  @Override
  public <T extends ContentType<T>> void reply(T content) {}

  @Override
  public void replyError(MessageType<?> type, ErrorReply error) {}

  @Override
  public void setStatusBusy() {}

  @Override
  public void setStatusIdle() {}

  @Override
  public void setBusyDeferIdle() {}
}
