// The examples of `--help`, by command.

export const EXAMPLES: { [path: string]: string } = {
  "": `Examples:
  eventstorecloud-planner check 'infra/**/*.yaml'
  pulumi preview --json | eventstorecloud-planner check -
  terraform show -json plan.tfplan | eventstorecloud-planner check -
  eventstorecloud-planner explain NET011

Exit codes: 0 without errors, 1 with errors, 2 if the command could not run.`,
  check: `Detects the kind of each file automatically: a document (JSON or YAML), or the output of
  pulumi preview --json, pulumi stack export, terraform show -json (plan or state)

Examples:
  eventstorecloud-planner check infra.yaml
  eventstorecloud-planner check 'infra/**/*.json' --format sarif > results.sarif
  pulumi preview --json | eventstorecloud-planner check - --environment production
  eventstorecloud-planner check infra.yaml --severity STACK006=off --max-warnings 0
  eventstorecloud-planner check infra.yaml --fix`,
  plan: `Examples:
  eventstorecloud-planner plan addresses addresses.yaml
  pulumi preview --json | eventstorecloud-planner plan change -`,
  "plan addresses": `Example of a request (JSON or YAML):
  pools: [{ name: clusters, cidrBlock: 10.20.0.0/16 }]
  requests:
    - { name: orders, cloud: aws, region: us-east-1, clusters: 10 }

Examples:
  eventstorecloud-planner plan addresses request.yaml
  eventstorecloud-planner plan addresses request.yaml --json > addresses.lock.json`,
  "plan backups": `Example of a request (JSON or YAML):
  clusters: [orders]
  objectives: { maxLossHours: 6, keep: { daily: 7 } }

Example:
  eventstorecloud-planner plan backups request.yaml`,
  "plan cluster": `Example of a request (JSON or YAML):
  cloud: aws
  environment: production
  workingSetStreams: 8000000
  dataGb: 400

Example:
  eventstorecloud-planner plan cluster workload.yaml`,
  "plan change": `Examples:
  eventstorecloud-planner plan change before.yaml after.yaml
  pulumi preview --json | eventstorecloud-planner plan change -
  terraform show -json plan.tfplan | eventstorecloud-planner plan change -
  eventstorecloud-planner plan change preview.json --state stack.json --allow-data-loss billing`,
  schedule: `Examples:
  eventstorecloud-planner schedule next '0 2 * * *'
  eventstorecloud-planner schedule describe '0 */6 * * *'`,
  "schedule next": `Example:
  eventstorecloud-planner schedule next '0 2 * * *' --count 3 --after 2026-11-23T08:00:00Z`,
  "schedule describe": `Example:
  eventstorecloud-planner schedule describe '0 */6 * * *'`,
  cidr: `Examples:
  eventstorecloud-planner cidr parse 10.20.0.0/16
  eventstorecloud-planner cidr overlaps 10.20.0.0/16 10.30.0.0/16 10.20.4.0/24
  eventstorecloud-planner cidr free 10.20.0.0/16 --prefix 24 10.20.0.0/24`,
  "cidr parse": `Example:
  eventstorecloud-planner cidr parse 10.20.0.0/16`,
  "cidr split": `Example:
  eventstorecloud-planner cidr split 10.20.0.0/22 24`,
  "cidr contains": `Prints yes or no. Exit code: 0 for yes, 1 for no.

Example:
  eventstorecloud-planner cidr contains 10.20.0.0/16 10.20.4.0/24`,
  "cidr overlaps": `Prints each CIDR block that overlaps an earlier one. Exit code: 0 if one does, 1 if none does.

Example:
  eventstorecloud-planner cidr overlaps 10.20.0.0/16 10.30.0.0/16 10.20.4.0/24`,
  "cidr free": `Example:
  eventstorecloud-planner cidr free 10.20.0.0/16 --prefix 24 10.20.0.0/24 10.20.1.0/24`,
  explain: `Examples:
  eventstorecloud-planner explain NET011
  eventstorecloud-planner explain region-spelling`,
  rules: `Examples:
  eventstorecloud-planner rules --kind Network
  eventstorecloud-planner rules --severity error --json`,
  catalogue: `Examples:
  eventstorecloud-planner catalogue
  eventstorecloud-planner catalogue instanceTypes
  eventstorecloud-planner catalogue regions --json`,
  init: `Examples:
  mkdir orders && cd orders && eventstorecloud-planner init
  eventstorecloud-planner init orders
  eventstorecloud-planner init orders --package @kurrent/pulumi-kurrentcloud`,
  completion: `Examples:
  eval "$(eventstorecloud-planner completion bash)"
  eventstorecloud-planner completion fish | source`,
};
