//! Organisations alike: the groups, where each organisation stands, how steady the groups are, how they are found.

use crate::analysis::{Cluster, Clusters, Spread};
use crate::model::{Feature, Id, Organisation, Period, Programme};
use crate::words::{natural, number, percent};

use super::super::clusters::{anchor, group_href};
use super::super::desk::Desk;
use super::super::tables::{cell, in_order, link, numbers, row, words};
use super::super::views::{CellView, ClusterView, ClustersView, Content, TableView};
use super::super::{Page, route};
use super::shared::{dated, page, section};

/// The page; none where the programme declares no features.
pub fn clusters<'a>(desk: &Desk<'a>, id: &'a Id<Programme>) -> Option<Page<'a>> {
    let link = desk.clusters_link(id)?;
    let found = desk.clusters(id);
    let view = ClustersView {
        intro: desk.word("clusters-intro"),
        groups: found.map(|(_, clusters)| groups(desk, id, clusters)).unwrap_or_default(),
        sentences: found.map_or_else(
            || vec![desk.word("clusters-none")],
            |(period, clusters)| sentences(desk, id, period, clusters),
        ),
        tables: found.map(|(period, clusters)| tables(desk, id, period, clusters)).unwrap_or_default(),
        method: method(desk, id),
    };
    let mut head = desk.head(&link.href, section::MONITORING, link.title, view.intro.clone());
    head.crumbs.push(desk.programme_crumb(id));
    head.crumbs.push(desk.crumb("nav-monitoring", &route::part(id, "monitoring")));
    let period = found.map(|(period, _)| period);
    head.data_date = desk.data_date(id, period);
    Some(dated(page(link.href, head, Content::Clusters(view)), desk.collected(id, period)))
}

fn groups(desk: &Desk<'_>, id: &Id<Programme>, clusters: &Clusters) -> Vec<ClusterView> {
    let view = |(group, cluster): (usize, &Cluster)| {
        let mut members: Vec<&Id<Organisation>> = cluster.members.iter().collect();
        members.sort_by_cached_key(|member| natural(&desk.model.organisations[*member].short));
        ClusterView {
            anchor: anchor(group),
            title: desk.group_title(id, clusters, group),
            traits: desk.group_traits(id, clusters, cluster),
            count: desk.say("cluster-count", &[("n", members.len().into())]),
            members: members.into_iter().map(|member| desk.organisation(member)).collect(),
            typical: desk.organisation(&cluster.typical),
        }
    };
    clusters.groups.iter().enumerate().map(view).collect()
}

/// How far the groups can be relied on, and who and what is left out.
fn sentences(desk: &Desk<'_>, id: &Id<Programme>, period: Period, clusters: &Clusters) -> Vec<String> {
    let stability = desk.analysis_of(id).clusters.stability;
    let width = [
        ("period", Desk::year(period)),
        ("verdict", separation(clusters.silhouette).into()),
        ("width", number(clusters.silhouette, 2).into()),
    ];
    let mut said = vec![desk.say("clusters-silhouette", &width)];
    said.extend(stability.one_person.map(|it| {
        let stayed = percent(it.stayed * 100.0);
        let rand = number(it.rand, 2);
        desk.say(
            "clusters-one-person",
            &[("stayed", stayed.into()), ("rand", rand.into()), ("moves", it.moves.into())],
        )
    }));
    said.extend(stability.before.map(|it| {
        let args = [
            ("year", Desk::year(it.period)),
            ("verdict", likeness(it.rand).into()),
            ("rand", number(it.rand, 2).into()),
            ("common", it.common.into()),
        ];
        desk.say("clusters-before", &args)
    }));
    let ungrouped = clusters.ungrouped.iter().map(|id| desk.name_of(id));
    let left_out = |spread: Spread| {
        let features = declared(desk, id).zip(&clusters.features).filter(move |(_, it)| **it == spread);
        features.map(|(feature, _)| desk.feature_title(id, feature)).collect()
    };
    for (key, names) in [
        ("clusters-ungrouped", ungrouped.collect::<Vec<_>>()),
        ("clusters-same", left_out(Spread::Same)),
        ("clusters-unknown", left_out(Spread::Unknown)),
    ] {
        if !names.is_empty() {
            said.push(desk.say(key, &[("names", names.join("; ").into())]));
        }
    }
    said
}

/// How well groups are apart by their average silhouette width (Kaufman and Rousseeuw 1990).
fn separation(width: f64) -> &'static str {
    match width {
        width if width > 0.7 => "strong",
        width if width > 0.5 => "fair",
        width if width > 0.25 => "weak",
        _ => "none",
    }
}

/// How alike two groupings are by the adjusted Rand index (Steinley 2004).
fn likeness(rand: f64) -> &'static str {
    match rand {
        rand if rand >= 0.9 => "same",
        rand if rand >= 0.65 => "alike",
        _ => "other",
    }
}

fn declared<'a>(desk: &Desk<'a>, id: &Id<Programme>) -> impl Iterator<Item = &'a Feature> {
    let clustering = desk.model.programmes[id].clustering.iter();
    clustering.flat_map(|clustering| clustering.features.iter().map(|feature| &feature.value))
}

fn tables(desk: &Desk<'_>, id: &Id<Programme>, period: Period, clusters: &Clusters) -> Vec<TableView> {
    let year = [("period", Desk::year(period))];
    vec![
        features(desk, id, clusters, desk.say("clusters-features", &year)),
        places(desk, id, clusters, desk.say("clusters-places", &year)),
    ]
}

fn short(desk: &Desk<'_>, group: usize) -> String {
    desk.say("cluster-short", &[("n", (group + 1).into())])
}

/// The means of the groups beside that of the district.
fn features(desk: &Desk<'_>, id: &Id<Programme>, clusters: &Clusters, caption: String) -> TableView {
    let rows =
        declared(desk, id).zip(&clusters.features).enumerate().filter_map(|(at, (feature, spread))| {
            let mean = spread.mean()?;
            let value =
                |mean: Option<f64>| {
                    cell(mean.map_or_else(
                        || desk.word("value-none"),
                        |mean| desk.feature_value(id, feature, mean),
                    ))
                };
            let means = clusters.groups.iter().map(|cluster| value(cluster.means[at]));
            let first = cell(desk.feature_title(id, feature));
            Some(row([first].into_iter().chain(means).chain([value(Some(mean))]).collect()))
        });
    let groups = (0..clusters.groups.len()).map(|group| numbers(short(desk, group)));
    let first = words(desk.word("col-feature"));
    let all = numbers(desk.word("col-all"));
    TableView {
        caption,
        columns: [first].into_iter().chain(groups).chain([all]).collect(),
        rows: rows.collect(),
        notes: Vec::new(),
    }
}

/// Every organisation with its group and those most like it.
fn places(desk: &Desk<'_>, id: &Id<Programme>, clusters: &Clusters, caption: String) -> TableView {
    let rows = clusters.places.iter().map(|(organisation, place)| {
        let named = |organisation| {
            let named = desk.organisation(organisation);
            link(named.title, named.href)
        };
        let href = group_href(id, place.group);
        let nearest = place.nearest.iter().map(|neighbour| named(&neighbour.organisation));
        // Of three organisations each has but two others.
        let nearest = nearest.chain(std::iter::repeat_with(CellView::default)).take(NEAREST.len());
        let first = [named(organisation), link(short(desk, place.group), href)];
        (
            natural(&desk.model.organisations[organisation].short),
            row(first.into_iter().chain(nearest).collect()),
        )
    });
    let columns = ["col-organisation", "col-cluster"].into_iter().chain(NEAREST);
    TableView {
        caption,
        columns: columns.map(|key| words(desk.word(key))).collect(),
        rows: in_order(rows),
        notes: Vec::new(),
    }
}

/// The heads of the neighbours.
const NEAREST: [&str; 3] = ["col-nearest-1", "col-nearest-2", "col-nearest-3"];

/// How the groups are found, with sources.
fn method(desk: &Desk<'_>, id: &Id<Programme>) -> Vec<String> {
    let names: Vec<String> = declared(desk, id).map(|feature| desk.feature_title(id, feature)).collect();
    let groups = desk.model.programmes[id].clustering.as_ref().and_then(|clustering| clustering.groups);
    let number_of_groups = match groups {
        Some(groups) => desk.say("clusters-how-declared", &[("n", groups.get().into())]),
        None => desk.word("clusters-how-found"),
    };
    vec![
        desk.say("clusters-how-features", &[("names", names.join("; ").into())]),
        desk.word("clusters-how-missing"),
        desk.word("clusters-how-ward"),
        number_of_groups,
        desk.word("clusters-how-words"),
        desk.word("clusters-how-rand"),
    ]
}
