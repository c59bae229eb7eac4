// Scheduled backups, which the interface calls jobs.
import { type Call, created, type Reply } from "../call";

const TYPE = "ScheduledBackup";

export function create(call: Call): Reply {
  const { fields } = call;
  const project = call.project();
  const description = fields.text("description");
  const schedule = fields.text("schedule");
  if (schedule !== "" && schedule.trim().split(/\s+/).length !== 5)
    fields.refuse("schedule", "must have 5 fields: minute, hour, day of month, month, day of week");
  const type = fields.text("type");
  if (type !== "" && type !== TYPE) fields.refuse("type", `must be ${TYPE}`);
  const data = fields.inside("data");
  const clusterId = data.text("clusterId");
  const backupDescription = data.anyText("description");
  const maxBackupCount = data.count("maxBackupCount");
  fields.done();
  call.referred("cluster", clusterId);
  const id = call.newId();
  call.add("job", id, {
    id,
    organizationId: call.organization.id,
    projectId: project.id,
    description,
    schedule,
    status: "running",
    type,
    data: { clusterId, description: backupDescription, maxBackupCount },
  });
  return created(id);
}

export function list(call: Call): Reply {
  return call.list("job", "jobs");
}

export function read(call: Call): Reply {
  return call.read("job", "job");
}

export function remove(call: Call): Reply {
  return call.remove(call.target("job"));
}
