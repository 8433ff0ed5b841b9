"""What there is: the classes, roles and relations of `ontologies/`, wholly checked, as plain dataclasses.

In: the Turtle files of the ontology. Out: `load_ontology` with entity types, event types (category, direct
property, captions, who may fill which role), roles, relations and modalities; `caption` for an event's label.
"""

from kg.ontology.caption import caption
from kg.ontology.files import gazetteer_files, name_files, ontology_files, ontology_folder, shapes_file
from kg.ontology.load import load_ontology
from kg.ontology.model import EntityType, EventType, Modality, Ontology, RelationType, Stance

__all__ = [
    "EntityType",
    "EventType",
    "Modality",
    "Ontology",
    "RelationType",
    "Stance",
    "caption",
    "gazetteer_files",
    "load_ontology",
    "name_files",
    "ontology_files",
    "ontology_folder",
    "shapes_file",
]
