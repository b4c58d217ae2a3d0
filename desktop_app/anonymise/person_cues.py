"""The words around a name that say a person is meant, for names that are written like any other word."""

from __future__ import annotations

import re

KIN = (
    "mum|mummy|mam|mother|dad|daddy|father|stepdad|stepmum|nan|nana|gran|granny|grandma|grandad|auntie|aunty|aunt|uncle"
    "|brother|sister|twin|son|daughter|cousin|sibling|baby|boyfriend|girlfriend|partner|husband|wife|friend|mate|fella|bloke|lad|kids|twins"
)
STRONG_BEFORE = re.compile(
    rf"\b(?:spoke (?:to|with)|speaking (?:to|with)|spoken (?:to|with)|told|rang|phoned|texted|messaged|emailed|tell"
    rf"|asked"
    rf"|(?:her|his|my|their|the) ex|(?:{KIN})|(?:{KIN}) of|parents of|living with|lives with|stay(?:s|ed|ing)? with"
    r"|(?:seen|signed|written|supervised|collected|brought(?: in)?|assessed|reviewed|told|reported|picked up"
    r"|looked after"
    r"|visited|observed|taken|given) by"
    r"|(?:conversation|chat|meeting|met|contact|discussed|session|supervision|review|work) with|d/w"
    r"|(?:call|t/c|tc|text|letter|e-?mail|message|heard) (?:from|to|with)|visit(?:s|ed)? to|visited|saw"
    r"|nurse|staff member|named|hv|sw|social worker|teacher|key ?worker|support worker|midwife|miss|mr|mrs|ms"
    r"|this is|called|named|known as|name is|called her|called him|worried (?:what|that|about)|(?:told me|said|says"
    r"|think|thinks) that)[ \u00a0]$",
    re.IGNORECASE,
)
# Who is hit, fetched or talked about: a person when the words after do not go on to name a thing ("summer plans").
OBJECT_OF = re.compile(
    r"\b(?:picked up|dropped off|collected|brought|took|fetched|left|hit|slapped|punched|pushed|kissed|hugged"
    r"|grabbed|hurt"
    r"|shouted at|screamed at|swore at|looked after|watched|bathed|fed|weighed|examined|observed|interviewed|discussed"
    r"|assessed|arrested|saw|seen|met|visited|introduced|supported|encouraged|reminded|advised|invited|thanked|about"
    r"|with|for"
    r"|and|between|from|to|by|see|ask|meet|ring|phone|text|tell)[ \u00a0]$",
    re.IGNORECASE,
)
NO_THING_AFTER = re.compile(
    r"['’]s\b|[.,;:)!?\n]|$|[ \u00a0](?:from|at|in|on|with|and|but|about|again|today|tomorrow|yesterday|alone|who"
    r"|when|as|by"
    r"|can|could|will|would|cos|coz|till?|please|plz|then|still|because|before|after|into|out|up|down|off|over|last"
    r"|every|so|until|since|while|she|he|they|i|we|is|was|has"
    r"|had|home"
    r"|back|himself|herself|if|this|going|not|never)\b",
    re.IGNORECASE,
)
WEAK_BEFORE = re.compile(
    r"(?:^|[.;:!?\n(|–-][ \u00a0]?|\b(?:for|with|and|to|at|by|from|of|that|because|but|when|if|while|about|between|met"
    r"|seen|collected|hit|slapped|pushed|kissed|so|then|is|are|has|said|says|thinks|think|thought|did|does|why|how"
    r"|knows|hopes|feels|re|ps|hi|dear|love|thanks|was)[ \u00a0])$",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"['’]s (?:mum|dad|mother|father|school|house|room|bed|phone|bag|sister|brother|nan|teacher|social worker"
    r"|birthday|plan|partner|boyfriend|girlfriend|gran|flat|place|medication|behaviour)\b"
    r"|[ \u00a0](?:said|says|told|tells|disclosed|reported|rang|phoned|texted|replied|cried|cries|went|goes|attended"
    r"|refused|refuses|stated|became|seems|seemed|looked|looks|appears|appeared|did not|didn['’]t|doesn['’]t|does not"
    r"|(?:was|has|is|wo|do|did|does|ca|could|would|are|have)n['’]?t|keeps|lives|lived|works|worked|let (?:me|us|him"
    r"|her)|believes|thinks|thought|wants|wanted"
    r"|came|comes|took|takes|left|stayed|slept|woke|ate|ran|hit|screamed|shouted|laughed|smiled|played|asked|knows|knew"
    r"|feels|felt|needs|needed|started|stopped|kept|tried|began|refuses|not|never|also|still|really|and (?:her|his)|who"
    r"|(?:is|was|has been|had been) (?:at|in|on|upstairs|downstairs|asleep|crying|seen|there|picked|collected|not"
    r"|very|upset"
    r"|\w+ing|aged|expecting|angry|tearful|quiet|late|absent|home|present|sick|ill|hungry|tired|wearing|with)"
    rf"|(?:his|her|my|the|their) (?:{KIN})|at yours|on (?:the )?phone|has|had|is|was)\b"
    rf"|[ \u00a0]\((?:her|his|my|their|the|{KIN})\b|, (?:her|his|my|their|aged|who|{KIN})\b",
    re.IGNORECASE,
)
DETERMINED = re.compile(
    r"\b(?:the|a|an|her|his|my|our|your|their|its|this|these|no|any|some|good|own|much|more|great|little|every"
    r"|each"
    r"|early|late|mid|last|next|all|real|full|in|such|most|and no)[ \u00a0]$",
    re.IGNORECASE,
)
# Verbs and abstract nouns among the names, and what shows that they are meant as such.
VERBS = frozenset(
    [
        "will",
        "may",
        "mark",
        "hope",
        "grant",
        "chase",
        "bill",
        "rob",
        "sue",
        "pat",
        "drew",
        "rose",
        "dot",
        "chance",
        "faith",
        "grace",
        "joy",
        "will",
    ]
)
ABSTRACT = frozenset(
    [
        "hope",
        "grace",
        "joy",
        "faith",
        "patience",
        "charity",
        "mercy",
        "harmony",
        "prudence",
        "destiny",
        "honey",
        "serenity",
        "liberty",
    ]
)
VERBAL_BEFORE = re.compile(
    r"\b(?:i|we|you|they|he|she|it|who|which|there|to|not|would|could|can|should|must|might|please|children|parents"
    r"|people"
    r"|staff|workers|practitioners|police|school)[ \u00a0]$",
    re.IGNORECASE,
)
VERBAL_AFTER = re.compile(
    r"[ \u00a0](?:be|have|not|never|always|also|need|go|get|take|make|help|come|see|give|you|the|a|an|that|this|my"
    r"|your|our"
    r"|their|it|them|to|of|for|again|sharply|steadily|slightly|further|above)\b|[ \u00a0](?:his"
    r"|her)[ \u00a0](?!girlfriend|boyfriend|mum|dad|partner|wife|husband)"
)
# "a midwife will not know", "and will see her": the verb's own "not", or a verb that takes no "s" with it.
AUXILIARY = re.compile(
    r"[ \u00a0](?:not|never|also|still|always|then|only|now|soon|be|have|see|know|need|want|ring|come|go|do|say|ask"
    r"|tell|attend|visit|speak|write|call|send|contact|check|meet|review|again|continue|remain|return)\b"
)
OF_SOMETHING = re.compile(r"[ \u00a0](?:of|for|that|in)\b")  # "with hope of a change"
ARTICLE = re.compile(r"\b(?:the|a|an)[ \u00a0]$", re.IGNORECASE)
AT_SOMEBODYS = re.compile(r"\b(?:at|round|to|from)[ ]$")
KIN_NEXT = re.compile(rf"[ \u00a0](?:{KIN}|house|school|phone|room)\b")
AND = re.compile(r" (?:and|&) ")
AND_BEFORE = re.compile(r" (?:and|&) $")
# What only a person does: enough without a cue before it.
ACTS = re.compile(
    r"['’]s (?:mum|dad|mother|father|sister|brother|nan|teacher|social worker|birthday|partner|boyfriend|girlfriend"
    r"|gran)\b"
    r"|[ \u00a0](?:said|says|told|disclosed|rang|phoned|texted|replied|cried|asked|stated|admitted|denied|refused to"
    r"|let (?:me|us|him|her)|(?:did not|didn['’]t|does not|doesn['’]t) (?:believe|want|know|like|think|say|come|go"
    r"|answer|attend)"
    rf"|(?:his|her) (?:{KIN}))\b|[ \u00a0]\((?:her|his|{KIN})\b",
    re.IGNORECASE,
)
GENERAL_BEFORE = re.compile(r"\b(?:with|of|for|in|and|or|without|by|from|more|to)[ \u00a0]$", re.IGNORECASE)
