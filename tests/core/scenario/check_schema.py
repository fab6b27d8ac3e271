"""Checks every shipped scenario against the shipped schema."""
import json
import pathlib
import sys

import jsonschema

root = pathlib.Path(sys.argv[1])
schema = json.loads((root / "resources/schema/scenario-1.schema.json").read_text())
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
bad = 0
files = sorted(root.glob("scenarios/*/*.memwall.json")) + sorted(root.glob("tests/data/examples/*.memwall.json"))
for file in files:
    for error in validator.iter_errors(json.loads(file.read_text())):
        print(f"{file.relative_to(root)}: /{'/'.join(map(str, error.path))}: {error.message}")
        bad += 1
wrong = {"memwall": 1, "workload": {"user": 1}, "systems": [{"model": "x", "pools": [{"chip": "y"}]}]}
if not list(validator.iter_errors(wrong)):
    print("the schema lets an unknown field pass")
    bad += 1
print(f"{len(files)} files, {bad} problems")
sys.exit(1 if bad or not files else 0)
