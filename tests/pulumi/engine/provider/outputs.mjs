// What a program is answered about its resources.
import { isUnknown, mapContent, plain } from "../values.mjs";
import { attributesOf, kindOf } from "./kinds.mjs";

/**
 * The outputs of a new, changed or replaced resource: its inputs as they are stored. In a preview what is unknown is
 * not there, and inside of lists it is empty text; in an update there are an id and what the service adds.
 */
export function outputsOf(type, inputs, { isPreview, id, network }) {
  const attributes = attributesOf(type);
  if (attributes === undefined) return isPreview ? withoutUnknowns(inputs) : inputs;
  const outputs = {};
  for (const [property, attribute] of Object.entries(attributes)) {
    if (property in inputs) outputs[property] = stored(attribute, inputs[property], isPreview);
  }
  return isPreview ? withoutUnknowns(outputs) : { ...outputs, ...added(kindOf(type), outputs, id, network), id };
}

/** Lower case where the provider stores it so, or in an update the service. */
function stored({ folded, lowered }, value, isPreview) {
  if (!folded && (!lowered || isPreview)) return value;
  return mapContent(value, (content) => (isUnknown(content) ? content : content.toLowerCase()));
}

function withoutUnknowns(outputs) {
  const known = Object.entries(outputs).filter(([, value]) => !isUnknown(plain(value)));
  return Object.fromEntries(
    known.map(([property, value]) => [
      property,
      mapContent(value, (content) =>
        Array.isArray(content) ? content.map((item) => (isUnknown(plain(item)) ? "" : item)) : content,
      ),
    ]),
  );
}

/** What the service knows better than the program. */
function added(kind, outputs, id, network) {
  if (kind === "Network") return { cidrBlock: outputs.cidrBlock ?? "" };
  if (kind === "Peering") return { providerMetadata: { aws_peering_link_id: `pcx-${id}` } };
  if (kind === "Integration") return { data: mapContent(outputs.data, shownData) };
  if (kind !== "ManagedCluster") return {};
  return {
    dnsName: `${id}.mesdb.eventstore.cloud`,
    serverVersionTag: outputs.serverVersionTag ?? mapContent(outputs.serverVersion, (version) => `${version}.0`),
    ...(network === undefined ? {} : { region: network.region, resourceProvider: network.resourceProvider }),
  };
}

/** The service does not give the secrets back, and has another name for a channel. */
function shownData({ token: _, apiKey: __, channelId, ...data }) {
  return channelId === undefined ? data : { ...data, channel_id: channelId };
}
