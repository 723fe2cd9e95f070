"""The manifest of the documentation is YAML that a cluster can take: an indexed job with a part for each of its pods."""

import sys

import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    job = yaml.safe_load(file)
assert (job["apiVersion"], job["kind"]) == ("batch/v1", "Job")
spec = job["spec"]
assert spec["completionMode"] == "Indexed" and spec["parallelism"] <= spec["completions"]
pod = spec["template"]["spec"]
assert pod["restartPolicy"] in ("Never", "OnFailure")
(container,) = pod["containers"]
assert container["command"][0] == "/bin/sh" and "JOB_COMPLETION_INDEX" in container["args"][0]
variables = {entry["name"]: entry["value"] for entry in container["env"]}
assert all(isinstance(value, str) for value in variables.values()), "a cluster takes no numbers here"
assert int(variables["PARTS"]) == spec["completions"]
assert {mount["name"] for mount in container["volumeMounts"]} == {volume["name"] for volume in pod["volumes"]}
print("Kubernetes: the manifest is an indexed job of", spec["completions"], "parts")
