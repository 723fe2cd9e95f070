-- What a sweep found, straight from its parts; run where they are: duckdb < docs/cluster/duckdb.sql
-- Each row is a seed; its columns are those of the CSV.
CREATE VIEW sweep AS SELECT * FROM read_parquet('part-*.parquet');

SELECT count(*) AS drills, avg(passed::INT) AS passed, avg(score) AS points, max(leaked_kg) AS most_leaked_kg
FROM sweep;

SELECT outcome, count(*) AS drills, round(avg(ticks) / 60.0, 1) AS minutes
FROM sweep GROUP BY outcome ORDER BY drills DESC, outcome;

-- The seeds to look at: "leakdrill run MISSION --seed N --pilot expert --record look.jsonl", then watch it.
SELECT seed, outcome, score FROM sweep WHERE NOT passed ORDER BY score, seed LIMIT 5;
