/** The codes of our findings in a message. */
export const codesIn = (message) =>
  [...message.matchAll(/^(?:error|warning|info) {2}([A-Z]+\d+)/gm)].map(([, code]) => code);
