// A gRPC service from plain functions.
import { Ended } from "./deployment.mjs";

/**
 * The handlers that this SDK's version of the service knows. A handler gets the request and an empty answer to fill in;
 * what it throws, the caller gets, unless the engine has ended the program: then there is no answer. What has no
 * handler is answered as not implemented.
 */
export function implementation(grpc, definition, handlers) {
  const known = Object.entries(handlers).filter(([name]) => name in definition);
  return Object.fromEntries(
    known.map(([name, handler]) => [name, unary(grpc, definition[name].responseType, handler)]),
  );
}

const unary = (grpc, Answer, handler) => async (call, callback) => {
  try {
    const answer = new Answer();
    await handler(call.request, answer);
    callback(null, answer);
  } catch (error) {
    if (error instanceof Ended) return;
    // An error of another gRPC call is passed on as it is; the `code` of Node's own errors is a word.
    const code = typeof error.code === "number" ? error.code : grpc.status.UNKNOWN;
    callback({ code, details: error.details ?? error.message });
  }
};
