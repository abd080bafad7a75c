"""Parses every YAML and JSON file here, checks that the files they refer to exist, and checks compose.yaml against what
docker/README.md promises. With --schema FILE, validates compose.yaml against that JSON schema instead."""

import json
import pathlib
import re
import sys

import yaml

HERE = pathlib.Path(__file__).parent
problems = []


def check(met, problem):
    if not met:
        problems.append(problem)


compose = yaml.safe_load((HERE / "compose.yaml").read_text())

if len(sys.argv) == 3 and sys.argv[1] == "--schema":
    import jsonschema

    schema = json.loads(pathlib.Path(sys.argv[2]).read_text())
    for error in jsonschema.Draft7Validator(schema).iter_errors(compose):
        problems.append(f"{'/'.join(map(str, error.absolute_path))}: {error.message}")
else:
    secrets = pathlib.Path(sys.argv[1]) if len(sys.argv) == 2 else HERE / "secrets"
    for file in sorted(HERE.rglob("*.yaml")):
        list(yaml.safe_load_all(file.read_text()))
    for file in sorted(HERE.rglob("*.json")):
        json.loads(file.read_text())

    for kind in ("secrets", "configs"):
        for name, source in compose[kind].items():
            path = source["file"].removeprefix("./")
            path = secrets / path.removeprefix("secrets/") if kind == "secrets" else HERE / path
            check(path.is_file(), f"{kind} {name}: there is no {path}")
    used = set()
    for name, service in compose["services"].items():
        for secret in service.get("secrets", []):
            used.add(secret)
            check(secret in compose["secrets"], f"{name}: there is no secret {secret}")
        for volume in service.get("volumes", []):
            source = volume.split(":")[0]
            there = (HERE / source).exists() if source.startswith(".") else source in compose["volumes"]
            check(there, f"{name}: {source} does not exist")
        for network in service.get("networks", []):
            check(network in compose["networks"], f"{name}: there is no network {network}")
        for other in service.get("depends_on", {}):
            check(other in compose["services"], f"{name}: there is no service {other}")
        if "build" in service:
            build = service["build"]
            check((HERE / build["context"] / build["dockerfile"]).is_file(), f"{name}: no {build['dockerfile']}")
        # What README.md promises for each service.
        check(service.get("read_only") is True, f"{name}: its file system can be written")
        check(service.get("cap_drop") == ["ALL"], f"{name}: has capabilities")
        check("no-new-privileges:true" in service.get("security_opt", []), f"{name}: may get privileges")
        check("mem_limit" in service and "pids_limit" in service, f"{name}: memory or process limit is missing")
        for port in service.get("ports", []):
            check(name in ("proxy", "grafana"), f"{name}: publishes a port")
            check(port.startswith("127.0.0.1:"), f"{name}: publishes {port} on all interfaces")
        # These images have their own health checks, or the service exits.
        check("healthcheck" in service or name in ("node-1", "node-2", "keycloak"), f"{name}: has no health check")
        for setting, value in service.get("environment", {}).items():
            secret = re.search("PASSWORD|SECRET", setting) and not setting.endswith("FILE")
            check(not secret, f"{name}: {setting} holds a secret; use a secret file")
    for secret in set(compose["secrets"]) - used:
        problems.append(f"secret {secret} is unused")

    # Files copied into images must be in the build context.
    for dockerfile in (HERE / "Dockerfile", HERE / "keycloak" / "Dockerfile"):
        for line in dockerfile.read_text().splitlines():
            copied = re.match(r"COPY (?:--chmod=\S+ )?((?!--)\S.*) \S+$", line)
            for source in copied.group(1).split() if copied else []:
                check((HERE.parent / source).exists(), f"{dockerfile.name}: {source} does not exist")

    # The realm defines what the service's settings refer to, and uses only variables that its start script sets.
    realm_text = (HERE / "keycloak" / "realm.json").read_text()
    realm = json.loads(realm_text)
    oidc = yaml.safe_load((HERE / "acm" / "application-containers.yaml").read_text())["acm"]["security"]["oidc"]
    groups = {group["name"] for group in realm["groups"]}
    for group in oidc["roles"]:
        check(group.strip("[]") in groups, f"realm: group {group} is missing")
    clients = {client["clientId"] for client in realm["clients"]}
    for client in [oidc["client-id"], *oidc["service-accounts"]]:
        check(client in clients, f"realm: client {client} is missing")
    start = (HERE / "keycloak" / "start").read_text()
    for name in re.findall(r"\$\{(\w+)}", realm_text):
        check(f"{name}=" in start, f"realm: variable {name} is not set")

    # No two panels are alike, and all use the one data source.
    sources = yaml.safe_load((HERE / "grafana/provisioning/datasources/prometheus.yaml").read_text())["datasources"]
    uids = {source["uid"] for source in sources}
    dashboard = json.loads((HERE / "grafana" / "dashboards" / "acm.json").read_text())
    ids = [panel["id"] for panel in dashboard["panels"]]
    check(len(ids) == len(set(ids)), "dashboard: panels share an id")
    for panel in dashboard["panels"]:
        check(panel["datasource"]["uid"] in uids, f"dashboard: {panel['title']} has no data source")

for problem in problems:
    print(problem)
sys.exit(1 if problems else 0)
