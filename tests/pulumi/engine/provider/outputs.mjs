// What a program is answered about its resources.
import { hasUnknown, isUnknown, mapContent, plain } from "../values.mjs";
import { attributesOf, kindOf } from "./kinds.mjs";

/**
 * The outputs of a new, changed or replaced resource. In a preview they are its inputs as written, without what is
 * unknown: only in lists and maps it is marked. In an update they are as they are stored, with an id and what the
 * service adds.
 */
export function outputsOf(type, inputs, { isPreview, id, network }) {
  const attributes = attributesOf(type);
  if (attributes === undefined) return isPreview ? withoutUnknowns(inputs, {}) : inputs;
  const given = Object.entries(attributes).filter(([property]) => property in inputs);
  if (isPreview)
    return withoutUnknowns(Object.fromEntries(given.map(([property]) => [property, inputs[property]])), attributes);
  const outputs = Object.fromEntries(
    given.map(([property, attribute]) => [property, stored(attribute, inputs[property])]),
  );
  return { ...outputs, ...added(kindOf(type), outputs, id, network), id };
}

/** Lower case where the provider or the service stores it so. */
const stored = ({ folded, lowered }, value) =>
  folded || lowered ? mapContent(value, (content) => content.toLowerCase()) : value;

function withoutUnknowns(outputs, attributes) {
  const isKnown = ([property, value]) =>
    attributes[property]?.type === "set" ? !hasUnknown(plain(value)) : !isUnknown(plain(value));
  return Object.fromEntries(Object.entries(outputs).filter(isKnown));
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
