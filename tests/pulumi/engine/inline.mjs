// An inline program of the Automation API: the SDK's own language server runs it in this process.

/**
 * Runs it; gives what the API would report as its failure, or undefined. When the engine ends the program, nobody waits
 * for it any more.
 */
export function runInProcess(sdk, settings, address, program, ended) {
  const { RunRequest } = sdk.language;
  const request = new RunRequest();
  request.setOrganization(settings.organization);
  request.setProject(settings.project);
  request.setStack(settings.stack);
  request.setDryrun(settings.preview);
  request.setParallel(8);
  request.setMonitorAddress(address);
  request.setArgsList([address]);
  for (const [key, value] of Object.entries(settings.config)) request.getConfigMap().set(key, value);
  request.setConfigsecretkeysList(settings.secretKeys);
  const server = new sdk.LanguageServer(program);
  return new Promise((resolve) => {
    ended.addEventListener("abort", () => resolve(new Error("the engine has ended the program")));
    void server.run({ request }, (error) => resolve(error ?? undefined));
  });
}
