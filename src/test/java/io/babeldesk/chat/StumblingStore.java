package io.babeldesk.chat;

import io.babeldesk.conversation.Conversations;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A store as a broken connection makes it look: now and then a call fails, before it was done or after, and threads
 * change places around it.
 */
final class StumblingStore {

    private final Conversations sound;
    private final Random chance;
    private final double often;

    private StumblingStore(Conversations sound, long seed, double often) {
        this.sound = sound;
        this.chance = new Random(seed);
        this.often = often;
    }

    static Conversations over(Conversations sound, long seed, double often) {
        StumblingStore stumbling = new StumblingStore(sound, seed, often);
        return (Conversations) Proxy.newProxyInstance(
                Conversations.class.getClassLoader(),
                new Class<?>[] {Conversations.class},
                (proxy, method, arguments) -> stumbling.call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        stumble("before");
        try {
            return method.invoke(sound, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            stumble("after");
        }
    }

    private void stumble(String when) {
        double draw;
        synchronized (chance) {
            draw = chance.nextDouble();
        }
        if (draw < often) {
            throw new IllegalStateException("connection lost " + when + " the call, on purpose");
        }
        if (draw > 0.7) {
            LockSupport.parkNanos(1);
        }
    }
}
