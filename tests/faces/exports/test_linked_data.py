"""schema.org and Web Annotation: the graphs can be read without the network, every term is a term of theirs, and nothing is lost."""

import json
import warnings
from typing import Any

import pytest
from rdflib import RDF, SDO, Graph, Literal, URIRef

from hearsay.faces.exports import annotations, schema_org
from hearsay.records.public import from_json
from tests.faces.exports import hostile

# Terms of schema.org that rdflib's list lacks.
NEWER = {"appearance"}

# What the context of the Web Annotation Working Group (http://www.w3.org/ns/anno.jsonld) says of the terms used, so that nothing is fetched.
ANNO: dict[str, Any] = {
    "oa": "http://www.w3.org/ns/oa#",
    "as": "http://www.w3.org/ns/activitystreams#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "id": "@id",
    "type": "@type",
    "Annotation": "oa:Annotation",
    "AnnotationPage": "as:OrderedCollectionPage",
    "TextualBody": "oa:TextualBody",
    "SpecificResource": "oa:SpecificResource",
    "TextQuoteSelector": "oa:TextQuoteSelector",
    "TextPositionSelector": "oa:TextPositionSelector",
    "Dataset": "http://purl.org/dc/dcmitype/Dataset",
    "Software": "as:Application",
    "items": {"@id": "as:items", "@type": "@id", "@container": "@list"},
    "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
    "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"},
    "body": {"@id": "oa:hasBody", "@type": "@id"},
    "target": {"@id": "oa:hasTarget", "@type": "@id"},
    "source": {"@id": "oa:hasSource", "@type": "@id"},
    "scope": {"@id": "oa:hasScope", "@type": "@id"},
    "selector": {"@id": "oa:hasSelector", "@type": "@id"},
    "exact": "oa:exact",
    "prefix": "oa:prefix",
    "suffix": "oa:suffix",
    "start": "oa:start",
    "end": "oa:end",
    "value": "rdf:value",
    "format": "dc:format",
    "language": "dc:language",
    "name": "foaf:name",
    "creator": {"@id": "dcterms:creator", "@type": "@id"},
    "classifying": "oa:classifying",
    "identifying": "oa:identifying",
    "tagging": "oa:tagging",
    "describing": "oa:describing",
    "linking": "oa:linking",
}


def written(form, holdings, folder):
    out = folder / "out.jsonld"
    form.FORM.write(holdings, out)
    return json.loads(out.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def claims_graph(holdings, tmp_path_factory):
    return written(schema_org, holdings, tmp_path_factory.mktemp("schema"))


@pytest.fixture(scope="module")
def page(holdings, tmp_path_factory):
    return written(annotations, holdings, tmp_path_factory.mktemp("annotations"))


def graph_of(made, context):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib's parser uses a class that rdflib advises against
        return Graph().parse(data=json.dumps(made | {"@context": context}), format="json-ld")


def test_every_type_and_property_is_of_schema_org(claims_graph):
    assert claims_graph["@context"] == "https://schema.org"
    graph = graph_of(claims_graph, {"@vocab": str(SDO)})
    terms = {str(term).removeprefix(str(SDO)) for term in dir(SDO)} | NEWER
    used = {str(term).removeprefix(str(SDO)) for term in (*graph.predicates(), *graph.objects(predicate=RDF.type)) if term != RDF.type}
    assert used - terms == set()
    assert not {"ClaimReview", "Rating", "reviewRating"} & used


def test_every_claim_is_there_with_its_author_its_words_and_where_it_appeared(claims_graph, holdings):
    graph = graph_of(claims_graph, {"@vocab": str(SDO)})
    claims = {claim.claim_id: claim for dossier in holdings.dossiers for claim in dossier.claims}
    assert {str(graph.value(one, SDO.identifier)) for one in graph.subjects(RDF.type, SDO.Claim)} == set(claims)
    for claim in claims.values():
        node = URIRef(f"urn:hearsay:claim:{claim.claim_id}")
        assert graph.value(node, SDO.text) == Literal(claim.evidence.text)
        assert graph.value(graph.value(node, SDO.author), SDO.name) == Literal(claim.chain[0].name)
        assert graph.value(node, SDO.about / RDF.type) == SDO.Event
        appearance = graph.value(node, URIRef(f"{SDO}appearance"))
        assert graph.value(appearance, SDO.identifier) == Literal(claim.report_id)
        carriers = {
            str(graph.value(one, SDO.roleName)): str(graph.value(one, SDO.contributor / SDO.name)) for one in graph.objects(node, SDO.contributor)
        }
        assert carriers == {f"carrier {number}": voice.name for number, voice in enumerate(claim.chain[1:], 1)}


def test_a_figure_without_an_upper_bound_has_none(tmp_path):
    made = written(schema_org, hostile.holdings(), tmp_path)
    (claim,) = [one for one in made["@graph"] if one["@type"] == "Claim"]
    (figure,) = claim["mentions"]
    assert (figure["minValue"], "maxValue" in figure) == (40, False)


def test_both_selectors_find_the_words_in_the_report(page, holdings):
    for one in page["items"]:
        quote, position = one["target"]["selector"]
        text = holdings.reports[one["target"]["scope"].removeprefix("urn:hearsay:report:")].text
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")


def test_the_annotations_are_a_graph_of_the_vocabulary_and_hold_every_claim_whole(page, holdings):
    graph = graph_of(page, ANNO)
    oa = ANNO["oa"]
    claims = [claim for dossier in holdings.dossiers for claim in dossier.claims]
    figures = sum(len(claim.figures) for claim in claims)
    assert len(set(graph.subjects(RDF.type, URIRef(f"{oa}Annotation")))) == len(page["items"]) == len(claims) + figures
    known = {term["@id"] if isinstance(term, dict) else term for term in ANNO.values()}
    names = {f"{ANNO[prefix]}{rest}" for prefix, _, rest in (term.partition(":") for term in known) if prefix in ANNO}
    used = {str(term) for term in graph.predicates() if "urn:" not in str(term)}
    assert {term for term in used if term.startswith(oa)} <= names
    bodies = [body["value"] for one in page["items"] for body in one["body"] if body.get("type") == "Dataset"]
    assert [from_json(body) for body in bodies] == claims


def test_hostile_words_stay_words(tmp_path):
    made = written(annotations, hostile.holdings(), tmp_path)
    assert made["items"][0]["target"]["selector"][0]["exact"] == hostile.TEXT
    assert made["items"][0]["target"]["source"] == "https://example.org/?a=1&b=<2>"
