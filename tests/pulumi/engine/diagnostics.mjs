// The engine's own service: messages of the program, and which resource is the root.

const SEVERITIES = ["debug", "info", "warning", "error"];

export function diagnosticsHandlers(record) {
  let root = "";
  return {
    log(request) {
      const severity = SEVERITIES[request.getSeverity()];
      record.logs.push({ severity, message: request.getMessage(), urn: request.getUrn() });
    },
    setRootResource(request) {
      root = request.getUrn();
    },
    getRootResource(_request, answer) {
      answer.setUrn(root);
    },
    startDebugging() {},
    /** Every version is good enough. */
    requirePulumiVersion() {},
  };
}
