CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
UNWIND [
  {id: "https://w3id.org/newskg/resource/entity/security-forces-of-syria-78380686", name: "Security Forces of Syria", kind: "ArmedForce", first: date("2025-12-14"), last: date("2025-12-14"), names: ["Security Forces of Syria", "forces de sécurité"], articles: 1, events: 1, weight: 2, degree: 2, betweenness: 0.0, pagerank: 0.006458, community: 4},
  {id: "https://w3id.org/newskg/resource/entity/united-states-central-command", name: "United States Central Command", kind: "ArmedForce", names: ["Centcom", "Commandement central des États-Unis", "U.S. Central Command", "US-Zentralkommando", "United States Central Command"], articles: 3, events: 1, weight: 2, degree: 2, betweenness: 0.001742, pagerank: 0.006458, community: 4}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row, n:`ArmedForce`;
UNWIND [
  {id: "https://w3id.org/newskg/resource/entity/Q2429253", name: "Islamic State", kind: "ArmedGroup", first: date("2025-12-13"), last: date("2025-12-14"), wikidata: "Q2429253", names: ["EI", "IS", "ISIS", "Islamic State", "Islamischer Staat", "Terrormiliz Islamischer Staat", "État islamique"], articles: 3, events: 4, weight: 6, degree: 6, betweenness: 0.04007, pagerank: 0.050972, community: 4}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row, n:`ArmedGroup`;
UNWIND [
  {id: "https://w3id.org/newskg/resource/entity/Q131301", name: "Homs", kind: "City", wikidata: "Q131301", names: ["Homs"], articles: 3, events: 0, weight: 1, degree: 1, betweenness: 0.0, pagerank: 0.006458, community: 2},
  {id: "https://w3id.org/newskg/resource/entity/Q1515", name: "Abidjan", kind: "City", wikidata: "Q1515", names: ["Abidjan"], articles: 3, events: 0, weight: 1, degree: 1, betweenness: 0.0, pagerank: 0.006458, community: 1},
  {id: "https://w3id.org/newskg/resource/entity/Q239", name: "Brussels", kind: "City", wikidata: "Q239", names: ["Brussels", "Bruxelles", "Brüssel"], articles: 1, events: 0, weight: 1, degree: 1, betweenness: 0.0, pagerank: 0.006458, community: 6},
  {id: "https://w3id.org/newskg/resource/entity/Q3766", name: "Damascus", kind: "City", wikidata: "Q3766", names: ["Damas", "Damascus", "Damaskus"], articles: 1, events: 0, weight: 2, degree: 2, betweenness: 0.0, pagerank: 0.008288, community: 2},
  {id: "https://w3id.org/newskg/resource/entity/Q5747", name: "Palmyra", kind: "City", wikidata: "Q5747", names: ["Palmyra", "Palmyre"], articles: 3, events: 0, weight: 1, degree: 1, betweenness: 0.0, pagerank: 0.006458, community: 2},
  {id: "https://w3id.org/newskg/resource/entity/kumasi", name: "Kumasi", kind: "City", names: ["Kumasi"], articles: 3, events: 0, weight: 1, degree: 1, betweenness: 0.0, pagerank: 0.006458, community: 1}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row, n:`City`;
UNWIND [
  {id: "https://w3id.org/newskg/resource/entity/Q1008", name: "Ivory Coast", kind: "Country", wikidata: "Q1008", names: ["Côte d'Ivoire", "Elfenbeinküste", "Ivory Coast"], articles: 3, events: 2, weight: 6, degree: 6, betweenness: 0.009292, pagerank: 0.098563, community: 1},
  {id: "https://w3id.org/newskg/resource/entity/Q1033", name: "Nigeria", kind: "Country", wikidata: "Q1033", names: ["Nigeria"], articles: 2, events: 0, weight: 0, degree: 0, betweenness: 0.0, pagerank: 0.006458},
  {id: "https://w3id.org/newskg/resource/entity/Q117", name: "Ghana", kind: "Country", wikidata: "Q117", names: ["Ghana"], articles: 3, events: 2, weight: 7, degree: 7, betweenness: 0.028455, pagerank: 0.061656, community: 1},
  {id: "https://w3id.org/newskg/resource/entity/Q30", name: "United States", kind: "Country", wikidata: "Q30", names: ["USA", "United States", "Vereinigten Staaten", "Washington", "États-Unis"], articles: 3, events: 4, weight: 13, degree: 13, betweenness: 0.065428, pagerank: 0.073512, community: 3},
  {id: "https://w3id.org/newskg/resource/entity/Q31", name: "Belgium", kind: "Country", wikidata: "Q31", names: ["Belgien", "Belgique", "Belgium"], articles: 0, events: 0, weight: 1, degree: 1, betweenness: 0.0, pagerank: 0.011948, community: 6},
  {id: "https://w3id.org/newskg/resource/entity/Q858", name: "Syria", kind: "Country", first: date("2025-11-12"), last: date("2025-12-14"), wikidata: "Q858", names: ["Damas", "Damaskus", "Syria", "Syrie", "Syrien"], articles: 3, events: 4, weight: 20, degree: 20, betweenness: 0.151955, pagerank: 0.110521, community: 2}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row, n:`Country`;
UNWIND [
  {id: "https://w3id.org/newskg/resource/entity/Q789915", name: "United States Department of State", kind: "GovernmentBody", wikidata: "Q789915", names: ["Außenministerium der Vereinigten Staaten", "Département d'État des États-Unis", "State Department", "State Departments", "United States Department of State", "département d'État"], articles: 3, events: 0, weight: 2, degree: 2, betweenness: 0.022067, pagerank: 0.011948, community: 3},
  {id: "https://w3id.org/newskg/resource/entity/government-of-ghana-6b8ae245", name: "Government of Ghana", kind: "GovernmentBody", names: ["Government of Ghana", "gouvernement"], articles: 2, events: 1, weight: 2, degree: 2, betweenness: 0.002323, pagerank: 0.022103, community: 5},
  {id: "https://w3id.org/newskg/resource/entity/government-of-syria-140c2f83", name: "Government of Syria", kind: "GovernmentBody", names: ["Government of Syria", "Regierung", "gouvernement", "government"], articles: 3, events: 1, weight: 3, degree: 3, betweenness: 0.0, pagerank: 0.021641, community: 3},
  {id: "https://w3id.org/newskg/resource/entity/police-of-ghana-6665ca31", name: "Police of Ghana", kind: "GovernmentBody", names: ["Police", "Police of Ghana", "Polizei", "police"], articles: 3, events: 1, weight: 3, degree: 3, betweenness: 0.017422, pagerank: 0.011948, community: 1},
  {id: "https://w3id.org/newskg/resource/entity/syrian-foreign-ministry", name: "Syrian Foreign Ministry", kind: "GovernmentBody", names: ["Außenministerium", "Ministère des Affaires étrangères de Syrie", "Syrian Foreign Ministry", "Syrisches Außenministerium", "ministère"], articles: 2, events: 0, weight: 3, degree: 3, betweenness: 0.0, pagerank: 0.006458, community: 2}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row, n:`GovernmentBody`;
UNWIND [
  {id: "https://w3id.org/newskg/resource/entity/a-civilian-6fbed62c", name: "a civilian", kind: "Group", names: ["a civilian", "ein Zivilist"], articles: 2, events: 0, weight: 0, degree: 0, betweenness: 0.0, pagerank: 0.006458},
  {id: "https://w3id.org/newskg/resource/entity/about-400-farmers-466bbb21", name: "about 400 farmers", kind: "Group", names: ["about 400 farmers", "environ 400 paysans", "rund 400 Bauern"], articles: 3, events: 0, weight: 0, degree: 0, betweenness: 0.0, pagerank: 0.006458},
  {id: "https://w3id.org/newskg/resource/entity/reporters-04494947", name: "reporters", kind: "Group", names: ["reporters"], articles: 1, events: 0, weight: 0, degree: 0, betweenness: 0.0, pagerank: 0.006458},
  {id: "https://w3id.org/newskg/resource/entity/sicherheitskrafte-cbacf871", name: "Sicherheitskräfte", kind: "Group", names: ["Sicherheitskräfte"], articles: 1, events: 0, weight: 1, degree: 1, betweenness: 0.0, pagerank: 0.006458, community: 2},
  {id: "https://w3id.org/newskg/resource/entity/soldiers-2e4c8415", name: "soldiers", kind: "Group", first: date("2025-12-13"), last: date("2025-12-13"), names: ["Soldaten", "soldiers"], articles: 1, events: 1, weight: 1, degree: 1, betweenness: 0.0, pagerank: 0.028122, community: 4},
  {id: "https://w3id.org/newskg/resource/entity/three-demonstrators-78474497", name: "three demonstrators", kind: "Group", names: ["drei Demonstranten", "three demonstrators", "trois manifestants"], articles: 3, events: 1, weight: 1, degree: 1, betweenness: 0.0, pagerank: 0.011536, community: 1},
  {id: "https://w3id.org/newskg/resource/entity/three-other-service-members-a7328849", name: "Three other service members", kind: "Group", names: ["Drei weitere Soldaten", "Three other service members", "Trois autres militaires"], articles: 3, events: 0, weight: 0, degree: 0, betweenness: 0.0, pagerank: 0.006458},
  {id: "https://w3id.org/newskg/resource/entity/two-american-soldiers-8f0c3289", name: "two American soldiers", kind: "Group", first: date("2025-12-13"), last: date("2025-12-13"), names: ["deux soldats", "soldiers", "two American soldiers", "zwei US-Soldaten"], articles: 3, events: 1, weight: 2, degree: 2, betweenness: 0.001742, pagerank: 0.028122, community: 4}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row, n:`Group`;
UNWIND [
  {id: "https://w3id.org/newskg/resource/entity/Q458", name: "European Union", kind: "InternationalOrganization", wikidata: "Q458", names: ["Bruxelles", "EU", "European Union", "Europäische Union", "Union européenne"], articles: 3, events: 1, weight: 2, degree: 2, betweenness: 0.002323, pagerank: 0.011948, community: 5},
  {id: "https://w3id.org/newskg/resource/entity/Q7164", name: "World Bank", kind: "InternationalOrganization", wikidata: "Q7164", names: ["Banque mondiale", "Weltbank", "World Bank"], articles: 3, events: 1, weight: 3, degree: 3, betweenness: 0.0, pagerank: 0.053604, community: 1},
  {id: "https://w3id.org/newskg/resource/entity/global-coalition-against-daesh", name: "Global Coalition Against Daesh", kind: "InternationalOrganization", first: date("2025-11-12"), last: date("2025-11-12"), names: ["Coalition internationale contre l'État islamique", "Global Coalition Against Daesh", "Internationale Allianz gegen den Islamischen Staat", "coalition internationale contre Daech"], articles: 3, events: 1, weight: 1, degree: 1, betweenness: 0.0, pagerank: 0.037774, community: 2}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row, n:`InternationalOrganization`;
UNWIND [
  {id: "https://w3id.org/newskg/resource/entity/syndicat-des-petits-planteurs-ef3a31d6", name: "syndicat des petits planteurs", kind: "Organization", names: ["syndicat des petits planteurs"], articles: 1, events: 1, weight: 1, degree: 1, betweenness: 0.0, pagerank: 0.006458, community: 5}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row, n:`Organization`;
UNWIND [
  {id: "https://w3id.org/newskg/resource/entity/Q22686", name: "Donald Trump", kind: "Person", wikidata: "Q22686", names: ["Donald Trump", "Trump"], articles: 3, events: 3, weight: 6, degree: 5, betweenness: 0.007549, pagerank: 0.027207, community: 3},
  {id: "https://w3id.org/newskg/resource/entity/Q324546", name: "Marco Rubio", kind: "Person", first: date("2025-12-14"), last: date("2025-12-14"), wikidata: "Q324546", names: ["Marco Rubio", "Rubio"], articles: 3, events: 3, weight: 7, degree: 7, betweenness: 0.000387, pagerank: 0.018956, community: 3},
  {id: "https://w3id.org/newskg/resource/entity/Q44329", name: "Bashar al-Assad", kind: "Person", wikidata: "Q44329", names: ["Bachar al-Assad", "Baschar al-Assad", "Bashar al-Assad"], articles: 3, events: 0, weight: 2, degree: 2, betweenness: 0.0, pagerank: 0.006458, community: 2},
  {id: "https://w3id.org/newskg/resource/entity/abena-owusu-mensah-3e2870b6", name: "Abena Owusu-Mensah", kind: "Person", first: date("2025-12-09"), last: date("2025-12-09"), names: ["Abena Owusu-Mensah", "Owusu-Mensah"], articles: 3, events: 1, weight: 2, degree: 2, betweenness: 0.0, pagerank: 0.006458, community: 1},
  {id: "https://w3id.org/newskg/resource/entity/ahmed-al-sharaa", name: "Ahmed al-Sharaa", kind: "Person", names: ["Ahmed al-Charaa", "Ahmed al-Scharaa", "Ahmed al-Sharaa"], articles: 3, events: 1, weight: 3, degree: 3, betweenness: 0.002323, pagerank: 0.006458, community: 2},
  {id: "https://w3id.org/newskg/resource/entity/asaad-al-shaibani", name: "Asaad al-Shaibani", kind: "Person", first: date("2025-12-14"), last: date("2025-12-14"), names: ["Al-Schaibani", "Asaad al-Schaibani", "Asaad al-Shaibani", "Assaad al-Chaibani", "Chaibani"], articles: 3, events: 5, weight: 9, degree: 8, betweenness: 0.002904, pagerank: 0.055642, community: 3},
  {id: "https://w3id.org/newskg/resource/entity/eu-commissioner-cbeaf164", name: "EU Commissioner", kind: "Person", names: ["EU Commissioner"], articles: 1, events: 0, weight: 1, degree: 1, betweenness: 0.0, pagerank: 0.006458, community: 5},
  {id: "https://w3id.org/newskg/resource/entity/kouadio-brou-tanoh-e55748f8", name: "Kouadio Brou-Tanoh", kind: "Person", first: date("2025-12-09"), last: date("2025-12-09"), names: ["Brou-Tanoh", "Kouadio Brou-Tanoh"], articles: 3, events: 2, weight: 5, degree: 5, betweenness: 0.001742, pagerank: 0.101908, community: 1},
  {id: "https://w3id.org/newskg/resource/entity/spokesman-of-the-police-of-ghana-dbcd1546", name: "Spokesman of the Police of Ghana", kind: "Person", names: ["Spokesman of the Police of Ghana"], articles: 1, events: 0, weight: 1, degree: 1, betweenness: 0.0, pagerank: 0.006458, community: 1},
  {id: "https://w3id.org/newskg/resource/entity/tommy-pigott-1456c57c", name: "Tommy Pigott", kind: "Person", names: ["Tommy Pigott"], articles: 3, events: 0, weight: 1, degree: 1, betweenness: 0.0, pagerank: 0.006458, community: 3}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row, n:`Person`;
UNWIND [
  {id: "https://w3id.org/newskg/resource/entity/Q7204", name: "Middle East", kind: "Region", wikidata: "Q7204", names: ["Middle East", "Moyen-Orient", "Naher Osten"], articles: 1, events: 0, weight: 0, degree: 0, betweenness: 0.0, pagerank: 0.006458}
] AS row
MERGE (n:Entity {id: row.id}) SET n += row, n:`Region`;
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/united-states-central-command", target: "https://w3id.org/newskg/resource/entity/Q2429253", name: "accused", weight: 1, relation: "accused", stance: "conflict", mutual: false, articles: 1, sources: ["Example News"], confidence: 0.92, events: ["https://w3id.org/newskg/resource/event/accusation-30a6ea3c"], balance: -1.0}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`ACCUSED`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/Q1008", target: "https://w3id.org/newskg/resource/entity/Q117", name: "agreed with", weight: 1, relation: "agreedWith", stance: "cooperation", mutual: true, articles: 3, sources: ["Example News", "examples/cacao.txt", "examples/kakao.md"], confidence: 1.0, events: ["https://w3id.org/newskg/resource/event/agreement-0c5d4ec2"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/Q1008", target: "https://w3id.org/newskg/resource/entity/Q7164", name: "agreed with", weight: 1, relation: "agreedWith", stance: "cooperation", mutual: true, articles: 3, sources: ["Example News", "examples/cacao.txt", "examples/kakao.md"], confidence: 1.0, events: ["https://w3id.org/newskg/resource/event/agreement-0c5d4ec2"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/Q1008", target: "https://w3id.org/newskg/resource/entity/kouadio-brou-tanoh-e55748f8", name: "agreed with", weight: 1, relation: "agreedWith", stance: "cooperation", mutual: true, articles: 3, sources: ["Example News", "examples/cacao.txt", "examples/kakao.md"], confidence: 1.0, events: ["https://w3id.org/newskg/resource/event/agreement-0c5d4ec2"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/Q117", target: "https://w3id.org/newskg/resource/entity/Q7164", name: "agreed with", weight: 1, relation: "agreedWith", stance: "cooperation", mutual: true, articles: 3, sources: ["Example News", "examples/cacao.txt", "examples/kakao.md"], confidence: 1.0, events: ["https://w3id.org/newskg/resource/event/agreement-0c5d4ec2"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/Q117", target: "https://w3id.org/newskg/resource/entity/kouadio-brou-tanoh-e55748f8", name: "agreed with", weight: 1, relation: "agreedWith", stance: "cooperation", mutual: true, articles: 3, sources: ["Example News", "examples/cacao.txt", "examples/kakao.md"], confidence: 1.0, events: ["https://w3id.org/newskg/resource/event/agreement-0c5d4ec2"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/Q30", target: "https://w3id.org/newskg/resource/entity/Q324546", name: "agreed with", weight: 1, relation: "agreedWith", stance: "cooperation", mutual: true, articles: 2, sources: ["Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], confidence: 0.98, events: ["https://w3id.org/newskg/resource/event/agreement-c02b05f9"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/Q30", target: "https://w3id.org/newskg/resource/entity/Q858", name: "agreed with", weight: 1, relation: "agreedWith", stance: "cooperation", mutual: true, articles: 2, sources: ["Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], confidence: 0.98, events: ["https://w3id.org/newskg/resource/event/agreement-c02b05f9"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/Q30", target: "https://w3id.org/newskg/resource/entity/asaad-al-shaibani", name: "agreed with", weight: 1, relation: "agreedWith", stance: "cooperation", mutual: true, articles: 2, sources: ["Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], confidence: 0.98, events: ["https://w3id.org/newskg/resource/event/agreement-c02b05f9"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/Q324546", target: "https://w3id.org/newskg/resource/entity/Q858", name: "agreed with", weight: 1, relation: "agreedWith", stance: "cooperation", mutual: true, articles: 2, sources: ["Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], confidence: 0.98, events: ["https://w3id.org/newskg/resource/event/agreement-c02b05f9"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/Q324546", target: "https://w3id.org/newskg/resource/entity/asaad-al-shaibani", name: "agreed with", weight: 1, relation: "agreedWith", stance: "cooperation", mutual: true, articles: 2, sources: ["Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], confidence: 0.98, events: ["https://w3id.org/newskg/resource/event/agreement-c02b05f9"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/Q7164", target: "https://w3id.org/newskg/resource/entity/kouadio-brou-tanoh-e55748f8", name: "agreed with", weight: 1, relation: "agreedWith", stance: "cooperation", mutual: true, articles: 3, sources: ["Example News", "examples/cacao.txt", "examples/kakao.md"], confidence: 1.0, events: ["https://w3id.org/newskg/resource/event/agreement-0c5d4ec2"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/Q858", target: "https://w3id.org/newskg/resource/entity/asaad-al-shaibani", name: "agreed with", weight: 1, relation: "agreedWith", stance: "cooperation", mutual: true, articles: 2, sources: ["Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], confidence: 0.98, events: ["https://w3id.org/newskg/resource/event/agreement-c02b05f9"], balance: 1.0}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`AGREED_WITH`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/police-of-ghana-6665ca31", target: "https://w3id.org/newskg/resource/entity/three-demonstrators-78474497", name: "arrested", weight: 1, relation: "arrested", stance: "conflict", mutual: false, articles: 3, sources: ["Example News", "examples/cacao.txt", "examples/kakao.md"], confidence: 1.0, events: ["https://w3id.org/newskg/resource/event/arrest-8fe81216"], balance: -1.0}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`ARRESTED`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/Q2429253", target: "https://w3id.org/newskg/resource/entity/soldiers-2e4c8415", name: "attacked", weight: 1, relation: "attacked", stance: "conflict", first: date("2025-12-13"), last: date("2025-12-13"), dates: ["2025-12-13"], mutual: false, articles: 2, sources: ["Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], confidence: 1.0, events: ["https://w3id.org/newskg/resource/event/attack-2025-12-13-61019ca4"], balance: -1.0},
  {source: "https://w3id.org/newskg/resource/entity/Q2429253", target: "https://w3id.org/newskg/resource/entity/two-american-soldiers-8f0c3289", name: "attacked", weight: 1, relation: "attacked", stance: "conflict", first: date("2025-12-13"), last: date("2025-12-13"), dates: ["2025-12-13"], mutual: false, articles: 2, sources: ["Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], confidence: 1.0, events: ["https://w3id.org/newskg/resource/event/attack-2025-12-13-61019ca4"], balance: -1.0}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`ATTACKED`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/Q458", target: "https://w3id.org/newskg/resource/entity/government-of-ghana-6b8ae245", name: "called on", weight: 1, relation: "calledOn", stance: "neutral", mutual: false, articles: 2, sources: ["Example News", "examples/cacao.txt"], confidence: 0.99, events: ["https://w3id.org/newskg/resource/event/requst-8950184c"]},
  {source: "https://w3id.org/newskg/resource/entity/syndicat-des-petits-planteurs-ef3a31d6", target: "https://w3id.org/newskg/resource/entity/government-of-ghana-6b8ae245", name: "called on", weight: 1, relation: "calledOn", stance: "neutral", mutual: false, articles: 2, sources: ["Example News", "examples/cacao.txt"], confidence: 0.99, events: ["https://w3id.org/newskg/resource/event/requst-8950184c"]}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`CALLED_ON`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/Q30", target: "https://w3id.org/newskg/resource/entity/Q858", name: "cooperates with", weight: 1, relation: "cooperatesWith", stance: "cooperation", mutual: true, articles: 1, sources: ["Le Courrier du Levant"], confidence: 0.92, events: ["https://w3id.org/newskg/resource/event/cooperation-0e87f9f8"], balance: 1.0}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`COOPERATES_WITH`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/ahmed-al-sharaa", target: "https://w3id.org/newskg/resource/entity/Q22686", name: "expressed condolences to", weight: 1, relation: "expressedCondolencesTo", stance: "cooperation", mutual: false, articles: 2, sources: ["Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], confidence: 0.9, events: ["https://w3id.org/newskg/resource/event/condolence-6edfdda3"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/asaad-al-shaibani", target: "https://w3id.org/newskg/resource/entity/Q22686", name: "expressed condolences to", weight: 2, relation: "expressedCondolencesTo", stance: "cooperation", mutual: false, articles: 3, sources: ["Example News", "Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], confidence: 0.9, events: ["https://w3id.org/newskg/resource/event/condolence-46c26bb9", "https://w3id.org/newskg/resource/event/condolence-6edfdda3"], balance: 1.0}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`EXPRESSED_CONDOLENCES_TO`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/Q22686", target: "https://w3id.org/newskg/resource/entity/Q30", name: "President of the United States", weight: 1, relation: "holdsOffice", stance: "neutral", mutual: false, articles: 2, sources: ["Example News", "examples/syrien-usa-telefonat.txt"]},
  {source: "https://w3id.org/newskg/resource/entity/Q324546", target: "https://w3id.org/newskg/resource/entity/Q30", name: "Secretary of State of the United States", weight: 1, relation: "holdsOffice", stance: "neutral", mutual: false, articles: 3, sources: ["Example News", "Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/Q44329", target: "https://w3id.org/newskg/resource/entity/Q858", name: "Dictator of Syria", weight: 1, relation: "holdsOffice", stance: "neutral", mutual: false, articles: 1, sources: ["examples/syrien-usa-telefonat.txt"]},
  {source: "https://w3id.org/newskg/resource/entity/abena-owusu-mensah-3e2870b6", target: "https://w3id.org/newskg/resource/entity/Q117", name: "Trade Minister of Ghana", weight: 1, relation: "holdsOffice", stance: "neutral", mutual: false, articles: 3, sources: ["Example News", "examples/cacao.txt", "examples/kakao.md"]},
  {source: "https://w3id.org/newskg/resource/entity/ahmed-al-sharaa", target: "https://w3id.org/newskg/resource/entity/Q858", name: "President of Syria", weight: 1, relation: "holdsOffice", stance: "neutral", mutual: false, articles: 3, sources: ["Example News", "Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"]},
  {source: "https://w3id.org/newskg/resource/entity/asaad-al-shaibani", target: "https://w3id.org/newskg/resource/entity/Q858", name: "Foreign Minister of Syria", weight: 1, relation: "holdsOffice", stance: "neutral", mutual: false, articles: 3, sources: ["Example News", "Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/eu-commissioner-cbeaf164", target: "https://w3id.org/newskg/resource/entity/Q458", name: "EU Commissioner of the European Union", weight: 1, relation: "holdsOffice", stance: "neutral", mutual: false, articles: 1, sources: ["examples/kakao.md"]},
  {source: "https://w3id.org/newskg/resource/entity/kouadio-brou-tanoh-e55748f8", target: "https://w3id.org/newskg/resource/entity/Q1008", name: "Trade Minister of the Ivory Coast", weight: 1, relation: "holdsOffice", stance: "neutral", mutual: false, articles: 3, sources: ["Example News", "examples/cacao.txt", "examples/kakao.md"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/spokesman-of-the-police-of-ghana-dbcd1546", target: "https://w3id.org/newskg/resource/entity/police-of-ghana-6665ca31", name: "Spokesman of Police of Ghana", weight: 1, relation: "holdsOffice", stance: "neutral", mutual: false, articles: 1, sources: ["Example News"]},
  {source: "https://w3id.org/newskg/resource/entity/tommy-pigott-1456c57c", target: "https://w3id.org/newskg/resource/entity/Q789915", name: "Spokesman of United States Department of State", weight: 1, relation: "holdsOffice", stance: "neutral", mutual: false, articles: 3, sources: ["Example News", "Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"]}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`HOLDS_OFFICE`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/Q858", target: "https://w3id.org/newskg/resource/entity/global-coalition-against-daesh", name: "joined", weight: 1, relation: "joined", stance: "cooperation", first: date("2025-11-12"), last: date("2025-11-12"), dates: ["2025-11-12"], mutual: false, articles: 3, sources: ["Example News", "Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], confidence: 1.0, events: ["https://w3id.org/newskg/resource/event/accession-2025-11-12-1775f986"], balance: 1.0}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`JOINED`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/Q131301", target: "https://w3id.org/newskg/resource/entity/Q858", name: "located in", weight: 1, relation: "locatedIn", stance: "neutral", mutual: false, articles: 0},
  {source: "https://w3id.org/newskg/resource/entity/Q1515", target: "https://w3id.org/newskg/resource/entity/Q1008", name: "located in", weight: 1, relation: "locatedIn", stance: "neutral", mutual: false, articles: 0},
  {source: "https://w3id.org/newskg/resource/entity/Q239", target: "https://w3id.org/newskg/resource/entity/Q31", name: "located in", weight: 1, relation: "locatedIn", stance: "neutral", mutual: false, articles: 0},
  {source: "https://w3id.org/newskg/resource/entity/Q3766", target: "https://w3id.org/newskg/resource/entity/Q858", name: "located in", weight: 1, relation: "locatedIn", stance: "neutral", mutual: false, articles: 0},
  {source: "https://w3id.org/newskg/resource/entity/Q5747", target: "https://w3id.org/newskg/resource/entity/Q858", name: "located in", weight: 1, relation: "locatedIn", stance: "neutral", mutual: false, articles: 0},
  {source: "https://w3id.org/newskg/resource/entity/kumasi", target: "https://w3id.org/newskg/resource/entity/Q117", name: "located in", weight: 1, relation: "locatedIn", stance: "neutral", mutual: false, articles: 1, sources: ["examples/kakao.md"]},
  {source: "https://w3id.org/newskg/resource/entity/syrian-foreign-ministry", target: "https://w3id.org/newskg/resource/entity/Q3766", name: "located in", weight: 1, relation: "locatedIn", stance: "neutral", mutual: false, articles: 1, sources: ["examples/syrien-usa-telefonat.txt"]}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`LOCATED_IN`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/Q22686", target: "https://w3id.org/newskg/resource/entity/Q30", name: "nationality", weight: 1, relation: "nationality", stance: "neutral", mutual: false, articles: 0},
  {source: "https://w3id.org/newskg/resource/entity/Q324546", target: "https://w3id.org/newskg/resource/entity/Q30", name: "nationality", weight: 1, relation: "nationality", stance: "neutral", mutual: false, articles: 0, balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/Q44329", target: "https://w3id.org/newskg/resource/entity/Q858", name: "nationality", weight: 1, relation: "nationality", stance: "neutral", mutual: false, articles: 0},
  {source: "https://w3id.org/newskg/resource/entity/Q789915", target: "https://w3id.org/newskg/resource/entity/Q30", name: "nationality", weight: 1, relation: "nationality", stance: "neutral", mutual: false, articles: 0},
  {source: "https://w3id.org/newskg/resource/entity/ahmed-al-sharaa", target: "https://w3id.org/newskg/resource/entity/Q858", name: "nationality", weight: 1, relation: "nationality", stance: "neutral", mutual: false, articles: 0},
  {source: "https://w3id.org/newskg/resource/entity/asaad-al-shaibani", target: "https://w3id.org/newskg/resource/entity/Q858", name: "nationality", weight: 1, relation: "nationality", stance: "neutral", mutual: false, articles: 0, balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/sicherheitskrafte-cbacf871", target: "https://w3id.org/newskg/resource/entity/Q858", name: "nationality", weight: 1, relation: "nationality", stance: "neutral", mutual: false, articles: 1, sources: ["examples/syrien-usa-telefonat.txt"]},
  {source: "https://w3id.org/newskg/resource/entity/syrian-foreign-ministry", target: "https://w3id.org/newskg/resource/entity/Q858", name: "nationality", weight: 1, relation: "nationality", stance: "neutral", mutual: false, articles: 0},
  {source: "https://w3id.org/newskg/resource/entity/two-american-soldiers-8f0c3289", target: "https://w3id.org/newskg/resource/entity/Q30", name: "nationality", weight: 1, relation: "nationality", stance: "neutral", mutual: false, articles: 3, sources: ["Example News", "Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"]},
  {source: "https://w3id.org/newskg/resource/entity/united-states-central-command", target: "https://w3id.org/newskg/resource/entity/Q30", name: "nationality", weight: 1, relation: "nationality", stance: "neutral", mutual: false, articles: 0}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`NATIONALITY`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/Q858", target: "https://w3id.org/newskg/resource/entity/Q2429253", name: "operated against", weight: 1, relation: "operatedAgainst", stance: "conflict", first: date("2025-12-14"), last: date("2025-12-14"), dates: ["2025-12-14"], mutual: false, articles: 2, sources: ["Example News", "Le Courrier du Levant"], confidence: 0.97, events: ["https://w3id.org/newskg/resource/event/securityoperation-2025-12-14-03cc6812"], balance: -1.0},
  {source: "https://w3id.org/newskg/resource/entity/security-forces-of-syria-78380686", target: "https://w3id.org/newskg/resource/entity/Q2429253", name: "operated against", weight: 1, relation: "operatedAgainst", stance: "conflict", first: date("2025-12-14"), last: date("2025-12-14"), dates: ["2025-12-14"], mutual: false, articles: 2, sources: ["Example News", "Le Courrier du Levant"], confidence: 0.97, events: ["https://w3id.org/newskg/resource/event/securityoperation-2025-12-14-03cc6812"], balance: -1.0}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`OPERATED_AGAINST`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/government-of-syria-140c2f83", target: "https://w3id.org/newskg/resource/entity/Q858", name: "part of", weight: 1, relation: "partOf", stance: "neutral", mutual: false, articles: 3, sources: ["Example News", "Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"]},
  {source: "https://w3id.org/newskg/resource/entity/police-of-ghana-6665ca31", target: "https://w3id.org/newskg/resource/entity/Q117", name: "part of", weight: 1, relation: "partOf", stance: "neutral", mutual: false, articles: 1, sources: ["examples/cacao.txt"]},
  {source: "https://w3id.org/newskg/resource/entity/security-forces-of-syria-78380686", target: "https://w3id.org/newskg/resource/entity/Q858", name: "part of", weight: 1, relation: "partOf", stance: "neutral", mutual: false, articles: 1, sources: ["Le Courrier du Levant"]},
  {source: "https://w3id.org/newskg/resource/entity/syrian-foreign-ministry", target: "https://w3id.org/newskg/resource/entity/Q858", name: "part of", weight: 1, relation: "partOf", stance: "neutral", mutual: false, articles: 2, sources: ["Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"]}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`PART_OF`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/Q1008", target: "https://w3id.org/newskg/resource/entity/Q117", name: "signed agreement with", weight: 1, relation: "signedAgreementWith", stance: "cooperation", mutual: true, articles: 2, sources: ["Example News", "examples/kakao.md"], confidence: 0.99, events: ["https://w3id.org/newskg/resource/event/treatysigning-087ddca3"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/abena-owusu-mensah-3e2870b6", target: "https://w3id.org/newskg/resource/entity/kouadio-brou-tanoh-e55748f8", name: "signed agreement with", weight: 1, relation: "signedAgreementWith", stance: "cooperation", first: date("2025-12-09"), last: date("2025-12-09"), dates: ["2025-12-09"], mutual: true, articles: 3, sources: ["Example News", "examples/cacao.txt", "examples/kakao.md"], confidence: 1.0, events: ["https://w3id.org/newskg/resource/event/treatysigning-2025-12-09-f711252a"], balance: 1.0}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`SIGNED_AGREEMENT_WITH`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/Q324546", target: "https://w3id.org/newskg/resource/entity/asaad-al-shaibani", name: "spoke with", weight: 1, relation: "spokeWith", stance: "cooperation", first: date("2025-12-14"), last: date("2025-12-14"), dates: ["2025-12-14"], mutual: true, articles: 3, sources: ["Example News", "Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], confidence: 1.0, events: ["https://w3id.org/newskg/resource/event/phonecall-2025-12-14-507d8173"], balance: 1.0}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`SPOKE_WITH`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/Q30", target: "https://w3id.org/newskg/resource/entity/government-of-syria-140c2f83", name: "supports", weight: 1, relation: "supports", stance: "cooperation", mutual: false, articles: 3, sources: ["Example News", "Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], confidence: 0.99, events: ["https://w3id.org/newskg/resource/event/support-f84ebd7f"], balance: 1.0},
  {source: "https://w3id.org/newskg/resource/entity/Q324546", target: "https://w3id.org/newskg/resource/entity/government-of-syria-140c2f83", name: "supports", weight: 1, relation: "supports", stance: "cooperation", mutual: false, articles: 3, sources: ["Example News", "Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], confidence: 0.99, events: ["https://w3id.org/newskg/resource/event/support-f84ebd7f"], balance: 1.0}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`SUPPORTS`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/asaad-al-shaibani", target: "https://w3id.org/newskg/resource/entity/Q30", name: "thanked", weight: 1, relation: "thanked", stance: "cooperation", mutual: false, articles: 3, sources: ["Example News", "Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], confidence: 1.0, events: ["https://w3id.org/newskg/resource/event/thanks-6c97f023"], balance: 1.0}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`THANKED`]->(b) SET r += row {.*, source: null, target: null};
UNWIND [
  {source: "https://w3id.org/newskg/resource/entity/Q22686", target: "https://w3id.org/newskg/resource/entity/Q2429253", name: "threatened", weight: 1, relation: "threatened", stance: "conflict", mutual: false, articles: 3, sources: ["Example News", "Le Courrier du Levant", "examples/syrien-usa-telefonat.txt"], confidence: 1.0, events: ["https://w3id.org/newskg/resource/event/threat-95138fcc"], balance: -1.0}
] AS row
MATCH (a:Entity {id: row.source}), (b:Entity {id: row.target})
MERGE (a)-[r:`THREATENED`]->(b) SET r += row {.*, source: null, target: null};
