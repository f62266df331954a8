"""What is written in a format reads as the same entries; files in the structure of the standards read."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from translit.errors import GlossaryError, UsageError
from translit.glossary import Glossary, Kind, Match, Status, Target
from translit.glossary.formats.building import Raw, build

LOSSLESS = [("terms.csv", ""), ("terms.tsv", ""), ("terms.yaml", ""), ("terms.tmx", "")]
LOSSLESS += [("terms.tbx", style) for style in ("dca", "dct", "2008")]


def text(signs="abAB éжИ,;|!~{}\\\"'<>&#-=:%@*[]\t\n"):
    """Words with every sign that means something to some format."""
    return st.text(st.sampled_from(signs), min_size=1, max_size=12).map(lambda word: " ".join(f"a{word}".split()))


wordings = st.builds(
    Target,
    text(),
    st.sampled_from(Status),
    near=st.lists(text(), max_size=2).map(tuple),
    pos=st.sampled_from(["", "noun", "proper noun", "other"]),
    gender=st.sampled_from(["", "feminine", "neuter"]),
    number=st.sampled_from(["", "plural"]),
    fixed=st.booleans(),
)
said = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(Kind),
        "case": st.sampled_from(["", "kept"]),
        "match": st.sampled_from(["", Match.EXACT, Match.LEMMA]),
        "priority": st.sampled_from(["", "3", "-1"]),
        "domain": st.one_of(st.just(""), text()),
        "note": st.one_of(st.just(""), text("ab \n<&\"',;#:")),
        "origin": st.one_of(st.just(""), text()),
    }
)
terms = st.lists(
    st.tuples(st.sampled_from(["en", "ru", "uk", "sr-Latn", "no"]), st.lists(wordings, min_size=1, max_size=3)),
    min_size=2,
    max_size=4,
    unique_by=lambda pair: pair[0],
).map(dict)


def matter(glossary):
    """The entries but for where and in which order of languages they stood."""
    return [replace(entry, id="", path=None, line=0, terms=dict(sorted(entry.terms.items()))) for entry in glossary]


def first_word(pair):
    return next(iter(pair[0].values()))[0].text.casefold()


def built(pairs):
    raws = [Raw(number, terms, said) for number, (terms, said) in enumerate(pairs, start=1)]
    return Glossary(build(raws, Path("made.csv"), concepts=True).entries)


@pytest.mark.parametrize(("name", "style"), LOSSLESS)
def test_what_is_written_reads_as_the_same(name, style, tmp_path):
    @settings(max_examples=25, deadline=None, derandomize=True)
    @given(st.lists(st.tuples(terms, said), min_size=1, max_size=3, unique_by=first_word))
    def holds(pairs):
        glossary = built(pairs)
        assume(len(glossary))
        path = tmp_path / name
        path.write_bytes(glossary.render(path, style=style))
        again = Glossary.read(path)
        if name.endswith(".tmx"):  # forbidden wordings stand in props, behind the others
            glossary = Glossary(tuple(replace(one, terms=_behind(one.terms)) for one in glossary))
            again = Glossary(tuple(replace(one, terms=_behind(one.terms)) for one in again))
        assert matter(again) == matter(glossary)

    holds()


def _behind(terms):
    return {tag: tuple(sorted(wordings, key=lambda one: one.forbidden)) for tag, wordings in terms.items()}


def test_utx_holds_two_languages_and_notes_of_one_line(tmp_path):
    @settings(max_examples=25, deadline=None, derandomize=True)
    @given(terms, said)
    def holds(terms, said):
        pair = dict(zip(("en", "ru"), terms.values(), strict=False))
        pair["en"] = [replace(one, status=Status.PREFERRED) for one in pair["en"]]
        glossary = built([(pair, said)])
        assume(len(glossary))
        path = tmp_path / "terms.utx"
        path.write_bytes(glossary.render(path, source="en", target="ru"))
        flat = [replace(one, note=" ".join(one.note.split())) for one in matter(glossary)]
        assert matter(Glossary.read(path)) == flat

    holds()


def test_the_plain_form_holds_what_other_tools_take(tmp_path):
    rows = "en,ru,kind\nMinsk | Minsk City,~Менск | Минск,place\nViasna,,keep\n"
    path = tmp_path / "terms.csv"
    path.write_text(rows, encoding="utf-8")
    plain = Glossary.read(path).render("plain.tsv", source="en", target="ru", style="plain")
    assert plain.decode() == "Minsk\tМинск\nMinsk City\tМинск\nViasna\tViasna\n"


@pytest.mark.parametrize(
    ("name", "options", "says"),
    [
        ("terms.xls", {}, "not as '.xls'"),
        ("terms.utx", {}, "two languages"),
        ("terms.csv", {"style": "dca"}, "no style 'dca'; use plain"),
        ("terms.yaml", {"style": "plain"}, "no style 'plain'"),
    ],
)
def test_what_is_not_written_is_said(name, options, says):
    with pytest.raises(UsageError, match=says):
        Glossary.empty().render(name, **options)


DCA = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="https://example.org/TBXcoreStructV03.rng" type="application/xml"?>
<!DOCTYPE tbx SYSTEM "TBXcoreStructV03.dtd">
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader><fileDesc><sourceDesc><p>our own</p></sourceDesc></fileDesc></tbxHeader>
  <text><body>
    <conceptEntry id="c1">
      <descrip type="subjectField">elections</descrip>
      <descripGrp><descrip type="definition">where votes are cast</descrip></descripGrp>
      <langSec xml:lang="en-GB">
        <termSec>
          <term>polling station</term>
          <termNote type="partOfSpeech">noun</termNote>
          <termNoteGrp><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termNoteGrp>
        </termSec>
        <termSec><term>polling place</term></termSec>
      </langSec>
      <langSec xml:lang="ru">
        <termSec><term>избирательный <hi>участок</hi></term>
          <termNote type="grammaticalGender">masculine</termNote></termSec>
        <termSec><term>избиркомната</term>
          <termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></termSec>
      </langSec>
    </conceptEntry>
  </body></text>
</tbx>
"""
DCT = """<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
  xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
  <text><body><conceptEntry id="c1">
    <min:subjectField>elections</min:subjectField>
    <descripGrp><basic:definition>where votes are cast</basic:definition></descripGrp>
    <langSec xml:lang="en">
      <termSec><term>polling station</term><min:partOfSpeech>noun</min:partOfSpeech>
        <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
      <termSec><term>polling place</term></termSec>
    </langSec>
    <langSec xml:lang="ru">
      <termSec><term>избирательный участок</term>
        <basic:grammaticalGender>masculine</basic:grammaticalGender></termSec>
      <termSec><term>избиркомната</term>
        <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus></termSec>
    </langSec>
  </conceptEntry></body></text></tbx>
"""
MARTIF = """<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><martifHeader/><text><body>
<termEntry id="c1">
  <descrip type="subjectField">elections</descrip>
  <descrip type="definition">where votes are cast</descrip>
  <langSet xml:lang="en">
    <ntig><termGrp><term>polling station</term><termNote type="partOfSpeech">noun</termNote>
      <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>
    <tig><term>polling place</term></tig>
  </langSet>
  <langSet xml:lang="ru">
    <tig><term>избирательный участок</term><termNote type="grammaticalGender">masculine</termNote></tig>
    <tig><term>избиркомната</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
  </langSet>
</termEntry></body></text></martif>
"""


@pytest.mark.parametrize(("content", "line"), [(DCA, 7), (DCT, 3), (MARTIF, 4)])
def test_tbx_reads_in_every_form(content, line, tmp_path):
    path = tmp_path / "terms.tbx"
    path.write_text(content, encoding="utf-8")
    (entry,) = Glossary.read(path)
    assert (entry.domain, entry.note, entry.line) == ("elections", "where votes are cast", line)
    assert entry.terms == {
        "en": (Target("polling station", pos="noun"), Target("polling place", Status.ADMITTED)),
        "ru": (Target("избирательный участок", gender="masculine"), Target("избиркомната", Status.FORBIDDEN)),
    }


# what the published examples of TBX-Basic have beyond that: an older namespace, histories, pictures, sources of
# definitions, text that goes on in an indented line, persons at the end
PUBLISHED = {
    "dca": """<?xml version="1.0" encoding="utf-8"?>
<?xml-model href="https://example.org/TBX-Basic_DCA.sch" type="application/xml"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed:3.0">
\t<tbxHeader><fileDesc><sourceDesc><p>exported</p></sourceDesc></fileDesc></tbxHeader>
\t<text>
\t\t<body>
\t\t\t<conceptEntry id="c1">
\t\t\t\t<transacGrp>
\t\t\t\t\t<transac type="transactionType">origination</transac>
\t\t\t\t\t<date>2010-04-17</date>
\t\t\t\t\t<transacNote type="responsibility" target="p1">A. B.</transacNote>
\t\t\t\t</transacGrp>
\t\t\t\t<descrip type="subjectField">elections</descrip>
\t\t\t\t<xref type="xGraphic" target="https://example.org/box.jpg">box.jpg</xref>
\t\t\t\t<note>with a slit
\t\t\t\t\tin the lid</note>
\t\t\t\t<langSec xml:lang="en">
\t\t\t\t\t<descripGrp>
\t\t\t\t\t\t<descrip type="definition">where votes
\t\t\t\t\t\t\tare put</descrip>
\t\t\t\t\t\t<admin type="source">a handbook</admin>
\t\t\t\t\t</descripGrp>
\t\t\t\t\t<termSec>
\t\t\t\t\t\t<term>ballot box</term>


\t\t\t\t\t\t<termNote type="partOfSpeech">noun</termNote>
\t\t\t\t\t\t<termNote type="administrativeStatus">preferred</termNote>
\t\t\t\t\t\t<termNote type="termType">fullForm</termNote>
\t\t\t\t\t\t<descripGrp><descrip type="context">They sealed the ballot box.</descrip></descripGrp>
\t\t\t\t\t</termSec>
\t\t\t\t</langSec>
\t\t\t\t<langSec xml:lang="es">
\t\t\t\t\t<termSec><term>urna</term></termSec>
\t\t\t\t\t<termSec><term>ánfora</term><termNote type="administrativeStatus">obsolete</termNote></termSec>
\t\t\t\t</langSec>
\t\t\t</conceptEntry>
\t\t</body>
\t\t<back>
\t\t\t<refObjectSec type="respPerson"><refObject id="p1"><item type="fn">A. B.</item></refObject></refObjectSec>
\t\t</back>
\t</text>
</tbx>
""",
    "dct": """<?xml version="1.0" encoding="utf-8"?>
<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed:3.0"
\txmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
\t<text>
\t\t<body>
\t\t\t<conceptEntry id="c1">
\t\t\t\t<basic:subjectField>elections</basic:subjectField>
\t\t\t\t<transacGrp>
\t\t\t\t\t<basic:transactionType>origination</basic:transactionType>
\t\t\t\t\t<date>2010-04-17</date>
\t\t\t\t\t<basic:responsibility target="p1">A. B.</basic:responsibility>
\t\t\t\t</transacGrp>
\t\t\t\t<basic:xGraphic target="https://example.org/box.jpg">box.jpg</basic:xGraphic>
\t\t\t\t<note>with a slit
\t\t\t\t\tin the lid</note>
\t\t\t\t<langSec xml:lang="en">
\t\t\t\t\t<descripGrp>
\t\t\t\t\t\t<basic:definition>where votes
\t\t\t\t\t\t\tare put</basic:definition>
\t\t\t\t\t\t<basic:source>a handbook</basic:source>
\t\t\t\t\t</descripGrp>
\t\t\t\t\t<min:partOfSpeech>noun</min:partOfSpeech>
\t\t\t\t\t<termSec>
\t\t\t\t\t\t<term>ballot box</term>
\t\t\t\t\t\t<min:partOfSpeech>noun</min:partOfSpeech>
\t\t\t\t\t\t<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>
\t\t\t\t\t\t<basic:termType>fullForm</basic:termType>
\t\t\t\t\t\t<descripGrp><basic:context>They sealed the ballot box.</basic:context></descripGrp>
\t\t\t\t\t</termSec>
\t\t\t\t</langSec>
\t\t\t\t<langSec xml:lang="es">
\t\t\t\t\t<termSec><term>urna</term></termSec>
\t\t\t\t\t<termSec>
\t\t\t\t\t\t<term>ánfora</term>
\t\t\t\t\t\t<min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus>
\t\t\t\t\t</termSec>
\t\t\t\t</langSec>
\t\t\t</conceptEntry>
\t\t</body>
\t</text>
</tbx>
""",
}


@pytest.mark.parametrize("style", PUBLISHED)
def test_tbx_reads_with_all_that_the_published_examples_have(style, tmp_path):
    path = tmp_path / "terms.tbx"
    path.write_text(PUBLISHED[style], encoding="utf-8")
    (entry,) = Glossary.read(path)
    assert (entry.domain, entry.note) == ("elections", "with a slit in the lid\nwhere votes are put")
    assert entry.terms == {
        "en": (Target("ballot box", pos="noun"),),
        "es": (Target("urna"), Target("ánfora", Status.FORBIDDEN)),
    }


def test_two_concepts_may_share_a_word(tmp_path):
    path = tmp_path / "terms.tbx"
    concept = (
        '<conceptEntry><langSec xml:lang="en"><termSec><term>bank</term></termSec></langSec><langSec xml:lang="ru">'
    )
    body = "".join(
        f"{concept}<termSec><term>{word}</term></termSec></langSec></conceptEntry>" for word in ("банк", "вал")
    )
    path.write_text(f"<tbx><text><body>{body}</body></text></tbx>", encoding="utf-8")
    assert [entry.id for entry in Glossary.read(path)] == ["en:bank", "en:bank@2"]


def test_tmx_of_another_tool(tmp_path):
    path = tmp_path / "memory.tmx"
    path.write_text(
        """<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en"/><body>
<tu><tuv xml:lang="EN-US"><seg>riot <bpt i="1">&lt;b></bpt>police<ept i="1">&lt;/b></ept></seg></tuv>
<tuv lang="ru"><seg>ОМОН</seg></tuv></tu></body></tmx>""",
        encoding="utf-8",
    )
    (entry,) = Glossary.read(path)
    assert entry.terms == {"en": (Target("riot police"),), "ru": (Target("ОМОН"),)}


def test_utx_of_another_tool(tmp_path):
    path = tmp_path / "terms.utx"
    rows = ["#UTX 1.11; en-US/ru-RU; 2020-01-01; license: CC-BY", "#src\ttgt\tsrc:pos\tterm status\tsrc:plural"]
    rows += ["rally\tмитинг\tnoun\tapproved\trallies", "rally\tсходка\tnoun\tforbidden", "march\tмарш\tnoun\t\t"]
    path.write_text("\n".join(rows), encoding="utf-8")
    rally, march = Glossary.read(path)
    assert rally.terms == {
        "en": (Target("rally", pos="noun"),),
        "ru": (Target("митинг"), Target("сходка", Status.FORBIDDEN)),
    }
    assert march.line == 5


@pytest.mark.parametrize(
    ("name", "content", "line", "says"),
    [
        ("a.tbx", '<!DOCTYPE tbx [\n<!ENTITY a "b">]><tbx/>', 2, "declares entities"),
        ("a.tbx", '<!DOCTYPE tbx [\n<!ENTITY a SYSTEM "file:///etc/hostname">]><tbx>&a;</tbx>', 2, "declares entities"),
        ("a.tbx", '<!DOCTYPE tbx SYSTEM "x.dtd">\n<tbx>&what;</tbx>', 2, "'&what;' is not known"),
        ("a.tbx", "<tbx>\n<text>", 2, "no sound XML"),
        ("a.tbx", "<html/>", 1, "its root is <html>"),
        ("a.tbx", "<tbx/>", 1, "no <conceptEntry>"),
        ("a.tbx", '<tbx>\n<conceptEntry>\n<langSec xml:lang="ua"/></conceptEntry></tbx>', 3, "Ukrainian is 'uk'"),
        ("a.tbx", "<a>" * 100, 1, "deep in each other"),
        ("a.tbx", '<?xml version="1.0" encoding="klingon"?><tbx/>', 1, "encoding"),
        ("a.tmx", "<tmx><body/></tmx>", 1, "no <tu>"),
        ("a.tmx", '<tmx><body><tu>\n<tuv lang="xq"><seg>a</seg></tuv></tu></body></tmx>', 2, "not a language tag"),
        ("a.utx", "src\ttgt\n", 1, "#UTX"),
        ("a.utx", "#UTX 1.20; en/ru\n#src\ttgt\nrally", 3, "1 columns where 2"),
        ("a.utx", "#UTX 1.20; en/ua\n", 1, "Ukrainian is 'uk'"),
        ("a.yaml", "- en: [a\n", 1, "no sound YAML"),
        ("a.yaml", "en: a\n", 1, "is a list of entries"),
        ("a.yaml", "- &a {en: a, ru: б}\n- *a\n", 1, "anchors"),
        ("a.yaml", "- en: a\n  ru: б\n- en: {txt: a}\n  ru: б\n", 3, "no 'txt'"),
        ("a.yaml", "- [[[[[[[[a]]]]]]]]\n", 1, "too deep"),
        ("a.yaml", "- en: a\n  ru: {text: б, status: good}\n", 1, "'good' is none of"),
        ("a.yaml", "", None, "empty"),
    ],
)
def test_bad_files_say_where_and_why(name, content, line, says, tmp_path):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GlossaryError, match=says) as error:
        Glossary.read(path)
    assert error.value.problems[0].line == line
