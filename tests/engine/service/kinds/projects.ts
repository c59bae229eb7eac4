import { type Call, created, DONE, type Reply } from "../call";
import { conflict } from "../problem";

export function create(call: Call): Reply {
  const name = newName(call);
  const id = call.newId();
  call.add("project", id, { id, organizationId: call.organization.id, name, created: call.timestamp });
  return created(id);
}

export function list(call: Call): Reply {
  return { status: 200, body: { projects: call.organization.list("project").map((project) => project.wire) } };
}

export function read(call: Call): Reply {
  return { status: 200, body: { project: call.project().wire } };
}

export function update(call: Call): Reply {
  const project = call.project();
  project.wire.name = newName(call, project.id);
  return DONE;
}

export function remove(call: Call): Reply {
  const project = call.project();
  const inside = (["network", "cluster", "acl"] as const).flatMap((kind) => call.organization.live(kind, project.id));
  if (inside.length > 0) {
    const first = inside[0]!;
    throw conflict(`the project still has resources, among them the ${first.kind} ${first.id}`);
  }
  call.organization.forget(project);
  return DONE;
}

/** The name of the request, which no other project of the organization may have. */
function newName(call: Call, self?: string): string {
  const name = call.fields.text("name");
  call.fields.done();
  const taken = call.organization.list("project").some((other) => other.wire.name === name && other.id !== self);
  if (taken) throw conflict("a project with this name already exists");
  return name;
}
