#!/usr/bin/env python3
"""Checks the shipped catalog as data: python3 check_catalog.py [FOLDER]

Independent of the C++ reader on purpose: it recomputes model sizes from the shapes with its own
formulas and compares them with the totals that the makers print. Exit status 1 when anything is wrong.
"""
import json
import pathlib
import sys

DEFAULT_FOLDER = pathlib.Path(__file__).resolve().parents[3] / "resources" / "catalog"
LISTS = ("chips", "links", "engines", "formats", "models", "sources")
CONFIDENCES = {"vendor", "measured", "estimate", "paper", "physics"}
REQUIRED = {
    "chips": "a100_sxm_80 h100_sxm h100_pcie h200_sxm b200_sxm mi300x rtx4090 m4_max m3_ultra groq_lpu1 "
    "groq_lp30 wse3 taalas_hc1 trainium2 sn40l rubin",
    "links": "nvlink3 nvlink4 nvlink5 nvlink6 pcie4_x16 pcie5_x16 pcie6_x16 infiniband_ndr ethernet_400g "
    "ethernet_800g efa efa_v3 swarmx_ethernet",
    "engines": "eager graphs megakernel native tensorrt-llm vllm sglang gpt-fast llama.cpp-cuda "
    "llama.cpp-metal llama.cpp-cpu neuron jax-tpu",
    "formats": "bf16 fp16 fp8 int8 w8a8-int8 int4-g128 int4-g32 mxfp4 nvfp4 q8_0 q4_k_m q4_0 hc1",
    "models": "llama-3.1-8b llama-3.1-70b llama-3.1-405b llama-3.2-1b mixtral-8x7b deepseek-v3 gpt-oss-120b "
    "qwen3-235b-a22b",
}
# Totals as the makers print them, text tower only.
PUBLISHED_TOTALS = {
    "llama-3.1-8b": 8e9,
    "llama-3.1-70b": 70e9,
    "llama-3.1-405b": 405e9,
    "llama-3.2-1b": 1.23e9,
    "llama-3.2-3b": 3.21e9,
    "mixtral-8x7b": 46.7e9,
    "qwen2.5-72b": 72.7e9,
    "qwen3-235b-a22b": 235e9,
    "deepseek-v2": 236e9,
    "deepseek-v3": 671e9,
    "gpt-oss-20b": 20.91e9,
    "gpt-oss-120b": 116.83e9,
    "gemma-3-27b": 27.016e9,
    "minimax-m1": 456e9,
    "gpt-2": 124e6,
    "glm-5": 744e9,
    "llama-33b": 32.5e9,
    "codellama-34b": 33.7e9,
    "tinyllama-1.1b": 1.1e9,
    "qwen-72b": 72.3e9,
    "deepseek-r1-distill-qwen-14b": 14.8e9,
    "qwen3-coder-480b-a35b": 480e9,
    "gpt-j-6b": 6.05e9,
    "opt-30b": 30e9,
    "bloom-176b": 176.25e9,
    "falcon-180b": 180e9,
    "gemma-3-4b": 3.88e9,
    "gemma-4-31b": 30.7e9,
    "gemma-4-26b-a4b": 25.2e9,
    "glm-4.7-flash": 30e9,
    "minimax-m2.5": 230e9,
    "nemotron-3-nano-30b-a3b": 31.6e9,
    "nemotron-3-super-120b-a12b": 120.6e9,
    "nemotron-super-49b": 49.9e9,
    "step-3.5-flash": 196e9,
    "qwen3-next-80b-a3b": 80e9,
    "qwen3.5-397b-a17b": 397e9,
}


def attention_params(group, hidden):
    """Matrices and vectors of one layer."""
    kind = group["kind"]
    if kind == "mla":
        heads, rank, latent = group["heads"], group["q_lora_rank"], group["kv_lora_rank"]
        nope, rope, value = (group[k] for k in ("qk_nope_head_dim", "qk_rope_head_dim", "v_head_dim"))
        query = hidden * heads * (nope + rope) if rank is None else rank * (hidden + heads * (nope + rope))
        keys = hidden * (latent + rope) + latent * heads * (nope + value)
        indexer = group["indexer"]
        if indexer:
            queries = (rank or hidden) * indexer["heads"] * indexer["head_dim"]
            keys += queries + hidden * (indexer["head_dim"] + indexer["heads"]) + 2 * indexer["head_dim"]
        return query + keys + heads * value * hidden + latent + (rank or 0)
    if kind == "none":
        return 0
    if kind == "lightning":
        width = group["heads"] * group["head_dim"]
        return 5 * hidden * width + width  # q, k, v, output gate, output; one norm
    if kind in ("gated_deltanet", "kda", "mamba2"):
        return state_params(group, hidden)
    queries, keys = group["heads"] * group["head_dim"], group["kv_heads"] * group["head_dim"]
    projected = 0 if group.get("reuses_cache") else 1 if group.get("keys_are_values") else 2
    count = hidden * queries * (3 if group["output_gate"] else 2) + projected * hidden * keys
    count += (queries + 2 * keys if group["qkv_bias"] else 0) + (hidden if group["o_bias"] else 0)
    count += {"per_head": 2 * group["head_dim"], "per_layer": queries + keys}.get(group["qk_norm"], 0)
    return count + (group["heads"] if group["sinks"] else 0)


def state_params(group, hidden):
    """Layers that keep a state: projections in and out, short convolution, gates."""
    kernel = group["conv_kernel"]
    if group["kind"] == "mamba2":
        inner, shared = group["heads"] * group["head_dim"], 2 * group["groups"] * group["state_dim"]
        convolution = (inner + shared) * (kernel + 1)
        return hidden * (2 * inner + shared + group["heads"] + inner) + convolution + 3 * group["heads"] + inner
    if group["kind"] == "kda":
        size, heads = group["head_dim"], group["heads"]
        width = heads * size
        gates = 2 * (hidden * size + size * width) + hidden * heads
        return 4 * hidden * width + gates + 3 * width * kernel + heads + width + size
    keys, values = group["k_heads"] * group["k_head_dim"], group["v_heads"] * group["v_head_dim"]
    projections = hidden * (2 * keys + 3 * values + 2 * group["v_heads"])
    return projections + (2 * keys + values) * kernel + 2 * group["v_heads"] + group["v_head_dim"]


def feed_forward_params(group, hidden):
    """Everything that one layer stores, sleeping experts included."""
    if group["kind"] == "none":
        return 0
    matrices = 3 if group["gated"] else 2
    biases = group["intermediate"] * (matrices - 1) + hidden
    latent = group.get("expert_hidden", 0)
    one = matrices * (latent or hidden) * group["intermediate"]
    if group["kind"] == "dense":
        return one + (biases if group["bias"] else 0)
    one += biases if group["expert_bias"] else 0
    router = hidden * group["experts"] + (group["experts"] if group["router_bias"] else 0)
    shared = group["shared_experts"] * matrices * hidden * (group["shared_intermediate"] or 0)
    shared += 2 * hidden * latent
    return group["experts"] * one + router + shared + (hidden if group.get("shared_gate") else 0)


def total_params(model):
    hidden = model["hidden"]
    norm = hidden * (2 if model["norm"] == "layernorm" else 1)
    total = model["vocab"] * hidden * (1 if model["tied_embeddings"] else 2)
    total += (model["learned_positions"] or 0) * hidden + norm * (model["norms_per_layer"] * model["layers"] + 1)
    per_layer = model.get("per_layer_embedding", 0)
    total += model["layers"] * per_layer * (model["vocab"] + 3 * hidden)
    total += sum(g["layers"] * attention_params(g, hidden) for g in model["attention"])
    return total + sum(g["layers"] * feed_forward_params(g, hidden) for g in model["ffn"])


class Check:
    def __init__(self, folder):
        self.faults = []
        self.folder = folder
        names = LISTS + ("physics",)
        self.files = {name: json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in names}
        self.text = "".join((folder / f"{name}.json").read_text(encoding="utf-8") for name in names if name != "sources")
        self.by_id = {name: {entry["id"]: entry for entry in self.files[name][name]} for name in LISTS}

    def expect(self, good, where, what):
        if not good:
            self.faults.append(f"{where}: {what}")

    def ids(self):
        for name in LISTS:
            self.expect(self.files[name]["schema"] == f"memwall-{name}/1", f"{name}.json", "has another schema")
            self.expect(len(self.by_id[name]) == len(self.files[name][name]), f"{name}.json", "an id stands twice")
            for wanted in REQUIRED.get(name, "").split():
                self.expect(wanted in self.by_id[name], f"{name}.json", f"lacks {wanted}")

    def sourced(self, node, where):
        """Walks a file and checks every sourced value in it."""
        if isinstance(node, list):
            for index, child in enumerate(node):
                name = child.get("id", child.get("level", index)) if isinstance(child, dict) else index
                self.sourced(child, f"{where} {name}")
        elif isinstance(node, dict) and "value" in node:
            self.expect(not isinstance(node["value"], (bool, str, type(None))), where, "value is not a number")
            self.expect(not set(node) - {"value", "source", "confidence", "note"}, where, "has an unknown field")
            self.expect(node.get("confidence") in CONFIDENCES, where, f"confidence {node.get('confidence')!r}")
            self.expect(node.get("source") in self.by_id["sources"], where, f"source {node.get('source')!r}")
            from_memory = node.get("source") == "recalled" and node.get("confidence") != "estimate"
            self.expect(not from_memory, where, "a recalled value can only be an estimate")
        elif isinstance(node, dict):
            for key, child in node.items():
                self.sourced(child, f"{where}/{key}")

    def references(self):
        for chip in self.files["chips"]["chips"]:
            where = f"chips.json {chip['id']}"
            levels = [level["level"] for level in chip["memory_far_to_near"]]
            for key in ("weights_level", "kv_level"):
                self.expect(chip.get(key, levels[0]) in levels, where, f"{key} is no level of it")
            self.expect(len(levels) == len(set(levels)), where, "a level stands twice")
            self.expect(chip["default_engine"] in self.by_id["engines"], where, "unknown default_engine")
            is_native = self.by_id["engines"].get(chip["default_engine"], {}).get("native", False)
            self.expect(is_native == ("native" in chip), where, "native costs and default engine disagree")
            for key in ("scale_up", "scale_out"):
                if chip.get(key):
                    self.expect(chip[key]["link"] in self.by_id["links"], where, f"unknown {key} link")
            self.expect(chip.get("hardwired_model") in {None, *self.by_id["models"]}, where, "unknown hardwired_model")
        for model in self.files["models"]["models"]:
            same = model.get("same_architecture_as")
            self.expect(same in {None, *self.by_id["models"]}, f"models.json {model['id']}", f"unknown {same}")

    def home_levels(self):
        """Weights must have a size and a rate where they live, or nothing can be computed."""
        for chip in self.files["chips"]["chips"]:
            home = next(l for l in chip["memory_far_to_near"] if l["level"] == chip["weights_level"])
            for key in ("capacity_bytes", "bandwidth_Bps"):
                self.expect(home[key] is not None, f"chips.json {chip['id']}", f"home level without {key}")

    def sizes_as_sold(self):
        """A maker's "80 GB" means 80e9 bytes, 80 GiB, or what is left of these for software: nothing else."""
        units = {"MB": (1e6, 2**20), "GB": (1e9, 2**30)}
        for chip in self.files["chips"]["chips"]:
            where = f"chips.json {chip['id']}"
            capacity = next(l for l in chip["memory_far_to_near"] if l["level"] == chip["weights_level"])["capacity_bytes"]
            if "sold_as" not in chip:
                self.expect(capacity["source"] == "derived", where, "does not say what its memory is sold as")
                continue
            number, _, unit = chip["sold_as"].partition(" ")
            self.expect(number.isdigit() and unit in units, where, f"is sold as {chip['sold_as']!r}")
            decimal, binary = (int(number) * size for size in units[unit])
            good = decimal <= capacity["value"] <= binary
            self.expect(good, where, f"has {capacity['value']:,} bytes, which nobody sells as {chip['sold_as']}")

    def doors(self):
        """A memory behind a wire is as fast as the wire, which is what its rate is named by."""
        drives = ("disk", "SSD", "flash", "Gen5", "UFS")
        for chip in self.files["chips"]["chips"]:
            for level in chip["memory_far_to_near"]:
                behind = level["scope"] == "host" and not any(word in level["kind"] for word in drives)
                if behind and level["bandwidth_Bps"]:
                    self.expect("door" in level, f"chips.json {chip['id']} {level['level']}", "does not name its wire")

    def hardware_names(self):
        """Names that published measurements give to hardware lead to chips, or say why not."""
        names = json.loads((self.folder / "hardware_names.json").read_text(encoding="utf-8"))
        for name, chip in names["chips"].items():
            known = chip in self.by_id["chips"] or (chip is None and name in names["why"])
            self.expect(known, f"hardware_names.json {name!r}", f"leads to {chip!r}")
        for name in names["why"]:
            self.expect(name in names["chips"], f"hardware_names.json {name!r}", "is no name of chips")

    def sizes(self):
        for name, published in PUBLISHED_TOTALS.items():
            total = total_params(self.by_id["models"][name])
            off = total / published - 1
            self.expect(abs(off) <= 0.01, f"models.json {name}", f"{total:,} parameters, {off:+.2%} of the published")
        for model in self.files["models"]["models"]:
            for key in ("attention", "ffn"):
                layers = sum(group["layers"] for group in model[key])
                self.expect(layers == model["layers"], f"models.json {model['id']}", f"{key} has {layers} layers")

    def run(self):
        self.ids()
        for name in LISTS + ("physics",):
            self.sourced(self.files[name], f"{name}.json")
        self.references()
        self.home_levels()
        self.sizes_as_sold()
        self.doors()
        self.hardware_names()
        self.sizes()
        for source in self.by_id["sources"]:
            self.expect(source in self.text, "sources.json", f"{source} is used nowhere")
        return self.faults


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_FOLDER
    faults = Check(folder).run()
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{folder.name}: {len(faults)} faults" if faults else f"{folder.name}: good")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
