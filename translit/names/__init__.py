"""Names of persons: the parts of a name, whether two are one, and one spelling for each in every text.

A person in the news has as many spellings as there are languages and habits: Ціханоўская, Тихановская,
Tsikhanouskaya, Tichanowskaja. A `NameBook` says which one a language uses. With it,

    find_names       finds the names in a sentence of the source, and what the translation should have for each
    reconcile        finds in the translation what the model made of them, and sets it right, in the right case
    settle           does the same to a text that exists already, in its own language
    compare_names    says whether two spellings are one name, by sound and by ending, and why
    match            looks names up in a register of many, without comparing each with each
    cluster          puts a long list of names together by person
    acquainted       gives whoever else a batch names one spelling too
    collect          gathers the names of many texts, to make or to complete a register

    names = NameBook.read("people.yaml")
    mentions = find_names("Tikhanovskaya spoke in Vilnius.", source="en", target="ru", book=names)
    decisions = reconcile("Циханоуская выступила в Вильнюсе.", target="ru", book=names, mentions=mentions)
    replay("Циханоуская выступила в Вильнюсе.", decisions)     # 'Тихановская выступила в Вильнюсе.'

Two rules hold everywhere: a wrong name is worse than an unchanged one, and what no register knows is a
proposal (`sure=False`) that the report shows to a person. A family name shared by several persons means
the one met last in the article, then the first in the register.
"""

from translit.names.identity.clustering import Cluster, Join, cluster
from translit.names.identity.comparison import compare_names
from translit.names.identity.matrix import likeness_matrix
from translit.names.identity.verdicts import Comparison
from translit.names.register.book import NameBook
from translit.names.register.person import Judgement, Person, StyledForm
from translit.names.register.searching import Match, match
from translit.names.texts.acquaintance import acquainted
from translit.names.texts.collecting import NameGroup, Text, collect
from translit.names.texts.finding import find_names, met
from translit.names.texts.reconciliation import reconcile
from translit.names.texts.settling import settle

__all__ = [
    "Cluster",
    "Comparison",
    "Join",
    "Judgement",
    "Match",
    "NameBook",
    "NameGroup",
    "Person",
    "StyledForm",
    "Text",
    "acquainted",
    "cluster",
    "collect",
    "compare_names",
    "find_names",
    "likeness_matrix",
    "match",
    "met",
    "reconcile",
    "settle",
]
