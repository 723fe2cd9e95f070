//! What `leakdrill new` writes: a small mission with a comment on everything, that passes the check as it is.

/// A commented mission with this name.
pub fn template(name: &str) -> String {
    let title = title(name);
    TEMPLATE.replace("TITLE", &title)
}

/// A name as a title: `night-leak` is "Night leak". Anything that TOML would take amiss is left out.
fn title(name: &str) -> String {
    let clean: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).take(60).collect::<String>();
    let words = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut chars = words.chars();
    match chars.next() {
        Some(first) => first.to_uppercase().chain(chars).take(60).collect(),
        None => "My mission".to_owned(),
    }
}

const TEMPLATE: &str = r#"# A Leakdrill mission. The handbook missions/README.md explains every field.
#   leakdrill check FILE     says what is wrong, all at once
#   leakdrill play FILE      plays it; change the file meanwhile, and it offers to restart

format = 1
title = "TITLE"
brief = """
The pressure falls. Find out where the air goes, stop it, check that it holds, and say so.
"""
skill = "find and patch one hole"
difficulty = 1              # 1 to 5
time_limit = "3h"
pass_mark = 0.7             # share of the points, with every critical item earned
held_below = "4 mmHg/h"     # slower is no leak: in 68 m3 a leak check feels that in 8 minutes, 0.05 mmHg/h not in a day
# seed = 7                  # the same chance every time; left out, a fresh one

# What is there: a station that ships (`leakdrill list` names them).
[station]
preset = "trainer"          # two people; compartments lab, node and boat; hatches lab-node and node-boat

# Somebody may stand elsewhere, sleep, or carry something.
[crew.lind]
in = "node"
carries = ["gauge"]

# A value for each level of difficulty, used below as "$size".
[settings.size]
title = "Size of the hole"
easy = "4 mm"
normal = "3 mm"
hard = "2 mm"

# What happens when: one [[event]] each.
[[event]]
name = "hole"
at = "2 min"
do = { hole = { in = ["lab", "node"], diameter = "$size" } }    # the seed draws one of the two

[[event]]
name = "call"
after = "hole + 1m"
do = { say = { from = "Houston", text = "For the exercise: your pressure is falling. Read the gauge and report." } }

[[event]]
name = "thanks"
when = { done = "report", topic = "pressure" }
do = { say = { from = "Houston", text = "Copy. Find it before you are below 700." } }

# Random strikes are a table of their own:
# [strikes]
# reserve_time = ["1h", "24h"]
# at_least = 1
# until = "1h"

# What counts: one [[score]] each. At least one critical item must ask for something to be done.
[[score]]
name = "Reserve time committed"
skill = "reserve_time"
points = 10
critical = true
why = "Every decision hangs on how long the air lasts."
when = { done = "commit" }
bands = [{ within = "15m", after = "hole" }, { within = "30m", share = 0.5, after = "hole" }]

[[score]]
name = "Leak found"
skill = "search"
points = 10
critical = true
when = { done = "find" }

[[score]]
name = "Leak stopped"
skill = "repair"
points = 20
critical = true
outcome = ["held", "isolated"]

[[score]]
name = "Nobody left too early"
skill = "decide"
points = 5
never = { done = "undock" }

# Help in practice.
[[hint]]
text = "Time how long the needle of the hand gauge takes for 1 mmHg."
when = { after = "call + 1m" }
until = { done = "commit" }

# The procedure card.
[[card]]
text = "Reserve time: gauge, stopwatch, commit"
done = { done = "commit" }

[[card]]
text = "Shut lab-node: does the needle stop?"
done = { done = "close", hatch = "lab-node" }

[[card]]
text = "Find the hole, patch it, check for 10 minutes, declare"
done = { done = "declare" }
"#;
