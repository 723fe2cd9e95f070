//! The page's style: black on white, printable, and in no place told by colour alone.

/// All of it.
pub const CSS: &str = "
:root{color-scheme:light dark;--ink:#14181d;--paper:#fff;--soft:#5b6570;--line:#c9d0d6;--true:#b3261e;--shown:#1f5fa8;
--needle:#7a4b00;--good:#1c6b3a}
@media(prefers-color-scheme:dark){:root{--ink:#e7ebef;--paper:#12161a;--soft:#9aa5af;--line:#3a444d;--true:#ff8a80;
--shown:#82b4f0;--needle:#f0b860;--good:#7fd19b}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:62rem;margin:2rem auto;
padding:0 1rem}
h1{font-size:1.7rem;margin:.2em 0}h2{font-size:1.25rem;margin-top:2rem;border-bottom:1px solid var(--line)}
h3{font-size:1rem;margin:1rem 0 .2rem}
.exercise{letter-spacing:.08em;text-transform:uppercase;color:var(--soft);font-size:.8rem;margin:0}
table{border-collapse:collapse;width:100%;font-size:.92rem}caption{text-align:left;color:var(--soft);padding:.3rem 0}
th,td{text-align:left;vertical-align:top;padding:.25rem .6rem .25rem 0;border-top:1px solid var(--line)}
th{font-weight:600}thead th{border-top:0}td:first-child{white-space:nowrap}
tbody th{white-space:nowrap}section[aria-labelledby=card] tbody th{white-space:normal}
tr.g0 td:first-child{color:var(--true);font-weight:700}tr.g2 td:first-child{color:var(--good);font-weight:700}
tr.lost td{background:color-mix(in srgb,var(--true) 10%,transparent)}
.price{color:var(--true);white-space:nowrap}ol li p{margin:.2rem 0}
svg{width:100%;height:auto;display:block}svg text{font:11px system-ui,sans-serif;fill:var(--soft)}
svg .axis{stroke:var(--line);fill:none}svg .line{fill:none;stroke-width:1.8}
svg .true{stroke:var(--true)}svg .shown{stroke:var(--shown);stroke-dasharray:5 3}svg .needle{stroke:var(--needle)}
svg circle.needle{fill:var(--needle)}svg text.true{fill:var(--true);stroke:none}svg text.shown{fill:var(--shown);stroke:none}
svg text.needle{fill:var(--needle);stroke:none}
svg .act{stroke:var(--ink)}svg .sign{stroke:var(--shown)}svg .truthmark{stroke:var(--true)}
svg .box{stroke:var(--ink);stroke-width:1}svg .hole{stroke:var(--true);stroke-width:3;fill:none}
svg .shutdoor{stroke:var(--ink);stroke-width:4}svg .opendoor{stroke:var(--line);stroke-width:2}
svg .person{fill:var(--ink)}svg .shutspan{fill:var(--ink)}
.maps{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:1rem}figure{margin:1rem 0}
figcaption{color:var(--soft);font-size:.9rem}
span.sign{color:var(--shown)}span.truth{color:var(--true)}tr.truth td,tr.truth th{color:var(--true)}
tr.sign td,tr.sign th{color:var(--shown)}footer{margin-top:2rem;color:var(--soft);font-size:.85rem}
a{color:inherit}.wide{overflow-x:auto}@page{size:A4;margin:14mm}
@media print{.wide{overflow:visible}:root{--ink:#000;--paper:#fff;--soft:#444;--line:#bbb;--true:#a01810;
--shown:#174a85;--needle:#6b4100;--good:#155230}body{max-width:none;margin:0;font-size:10.5pt}h2{break-after:avoid}figure,tr,li{break-inside:avoid}
thead{display:table-header-group}}
";
