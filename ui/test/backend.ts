/** A backend for tests: a plain object that answers what the test says and refuses the rest. */
import type { Backend, Events, Failure } from "../src/ipc/backend";

type Handler = (event: never) => void;

/** A backend that also sends events when told to. */
export type FakeBackend = Backend & { send<Name extends keyof Events>(name: Name, event: Events[Name]): void };

/** What a refused promise holds. */
export function failure(code: Failure["code"], detail = "in a test"): Failure {
  return { code, detail, names: [] };
}

/** A backend with these answers; every other call is refused with `internal`. */
export function fakeBackend(answers: Partial<Backend> = {}): FakeBackend {
  const handlers = new Map<keyof Events, Set<Handler>>();
  const own = {
    on(name: keyof Events, handler: Handler) {
      handlers.set(name, (handlers.get(name) ?? new Set()).add(handler));
      return () => void handlers.get(name)?.delete(handler);
    },
    send(name: keyof Events, event: Events[keyof Events]) {
      handlers.get(name)?.forEach((handler) => handler(event as never));
    },
    ...answers,
  };
  return new Proxy(own, {
    get: (known, name) => Reflect.get(known, name) ?? (() => Promise.reject(failure("internal", `${String(name)} was not expected`))),
  }) as FakeBackend;
}
