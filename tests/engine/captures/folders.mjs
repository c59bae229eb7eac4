/**
 * Scenarios, given by the file that they are in, as one list. A capture's folder is the scenario's name, here with what
 * `folderOf` makes of it, so that no two may be called the same.
 */
export function inOneList(byFile, folderOf = ({ name }) => name) {
  const files = new Map();
  for (const [file, scenarios] of Object.entries(byFile))
    for (const scenario of scenarios) {
      const folder = folderOf(scenario);
      if (files.has(folder))
        throw new Error(
          `two scenarios are called ${scenario.name} (${files.get(folder)}, ${file}); a capture's folder is its name`,
        );
      files.set(folder, file);
    }
  return Object.values(byFile).flat();
}

/** What a test says where there is no capture, and where there is another one. `folder`: `tofu/every-kind`. */
export const howToCapture = (folder) => `there is no capture yet; write it with \`npm run captures -- ${folder}\``;
export const howToLook = (folder) => `look at what \`npm run captures -- ${folder}\` changes`;
