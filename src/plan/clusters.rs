//! Organisations alike in words: what a group is like, how steady the groups are, where an organisation stands.
//!
//! Apart from the page, because tables of indicators and the page of an organisation name the same groups.

use crate::analysis::{Against, Cluster, Clusters, Trait};
use crate::model::{Feature, Id, Organisation, Period, Programme};
use crate::words::{number, percent};

use super::cards::capitalised;
use super::desk::Desk;
use super::route;
use super::views::{AlikeView, Link};

/// Traits named; more would bury the first.
const TRAITS: usize = 3;
/// Traits named in a title.
const IN_TITLE: usize = 2;

/// How the mean of a group stands to that of all organisations.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    All,
    Nobody,
    More,
    Less,
}

impl Level {
    fn key(self) -> &'static str {
        match self {
            Level::All => "all",
            Level::Nobody => "nobody",
            Level::More => "more",
            Level::Less => "less",
        }
    }

    /// Whether the words say everything, and a number would add nothing.
    fn is_whole(self) -> bool {
        matches!(self, Level::All | Level::Nobody)
    }
}

/// A trait of a group in words.
struct Told<'a> {
    feature: &'a Feature,
    words: String,
    /// The means of the group and of all organisations, where they say more.
    means: Option<(f64, f64)>,
}

impl<'a> Desk<'a> {
    /// The page of organisations alike, where the programme declares them.
    pub fn clusters_link(&self, programme: &Id<Programme>) -> Option<Link> {
        self.model.programmes[programme].clustering.as_ref()?;
        Some(Link { title: self.word("clusters-title"), href: route::part(programme, "clusters") })
    }

    /// The groups of the last period that has some.
    pub fn clusters(&self, programme: &Id<Programme>) -> Option<(Period, &'a Clusters)> {
        let (period, clusters) = self.analysis_of(programme).clusters.by_period.iter().next_back()?;
        Some((*period, clusters))
    }

    /// The group of an organisation, and those most like it.
    pub fn cluster_of(
        &self,
        programme: &Id<Programme>,
        organisation: &Id<Organisation>,
    ) -> Option<AlikeView> {
        let (_, clusters) = self.clusters(programme)?;
        let place = clusters.places.get(organisation)?;
        let nearest = place.nearest.iter().map(|neighbour| self.organisation(&neighbour.organisation));
        Some(AlikeView {
            group: self.group_link(programme, clusters, place.group),
            nearest: nearest.collect(),
        })
    }

    /// A group by its title.
    pub fn group_link(&self, programme: &Id<Programme>, clusters: &Clusters, group: usize) -> Link {
        Link { title: self.group_title(programme, clusters, group), href: group_href(programme, group) }
    }

    /// What parts by organisation are compared with in a period.
    pub fn compared_with(&self, programme: &Id<Programme>, period: Period) -> &'static [Against] {
        let grouped = self.analysis_of(programme).clusters.by_period.contains_key(&period);
        if grouped { &[Against::District, Against::Cluster] } else { &[Against::District] }
    }

    /// «Группа 1: школы, педагогов больше обычного».
    pub fn group_title(&self, programme: &Id<Programme>, clusters: &Clusters, group: usize) -> String {
        let cluster = &clusters.groups[group];
        let kinds = self.kind_of(cluster).map_or_else(|| self.word("cluster-kinds"), uncapitalised);
        let told = self.told(programme, clusters, cluster).into_iter();
        // What a denominator counts takes a line of its own to say.
        let short = told.filter(|told| !matches!(told.feature, Feature::Base(_))).take(IN_TITLE);
        let words = std::iter::once(kinds).chain(short.map(|told| told.words)).collect::<Vec<_>>().join(", ");
        self.say("cluster-title", &[("n", (group + 1).into()), ("words", words.into())])
    }

    /// What sets a group apart, with its numbers beside those of all organisations.
    pub fn group_traits(&self, programme: &Id<Programme>, clusters: &Clusters, cluster: &Cluster) -> String {
        let told = self.told(programme, clusters, cluster).into_iter().take(TRAITS);
        let told = told.map(|told| {
            let Some((group, all)) = told.means else { return told.words };
            let mean = |mean| self.feature_value(programme, told.feature, mean);
            let args =
                [("words", told.words.into()), ("group", mean(group).into()), ("all", mean(all).into())];
            let is_share = matches!(told.feature, Feature::Kind(_) | Feature::Settlement(_));
            self.say(if is_share { "cluster-trait-share" } else { "cluster-trait-mean" }, &args)
        });
        let told: Vec<String> = told.collect();
        if told.is_empty() {
            return self.word(if self.kind_of(cluster).is_some() {
                "cluster-of-kind"
            } else {
                "cluster-plain"
            });
        }
        self.say("cluster-traits", &[("traits", told.join("; ").into())])
    }

    /// What sets a group apart, the most telling first. That all are of one kind stands before it already, and that all
    /// stand in one settlement is said once.
    fn told(&self, programme: &Id<Programme>, clusters: &Clusters, cluster: &Cluster) -> Vec<Told<'a>> {
        let Some(declared) = &self.model.programmes[programme].clustering else { return Vec::new() };
        let mut all: Vec<Told<'a>> = Vec::new();
        for it in &cluster.traits {
            let feature = &declared.features[it.feature].value;
            let level = level(feature, *it, cluster);
            if matches!(feature, Feature::Kind(_)) && self.kind_of(cluster).is_some() {
                continue;
            }
            let words = match (feature, self.settlement_of(cluster)) {
                (Feature::Settlement(_), Some(name)) => {
                    self.say("cluster-settlement", &[("level", "all".into()), ("name", name.into())])
                }
                _ => self.trait_words(programme, feature, level),
            };
            if all.iter().all(|other| other.words != words) {
                let means = cluster.means[it.feature].zip(clusters.features[it.feature].mean());
                all.push(Told { feature, words, means: means.filter(|_| !level.is_whole()) });
            }
        }
        all
    }

    /// The kind of which all organisations of a group are.
    fn kind_of(&self, cluster: &Cluster) -> Option<&'a str> {
        let kinds = cluster.members.iter().map(|id| &self.model.organisations[id].value.kind.value);
        only(kinds).map(|kind| self.model.vocabulary.kinds[kind].title.as_str())
    }

    /// The settlement in which they all stand.
    fn settlement_of(&self, cluster: &Cluster) -> Option<&'a str> {
        let settlements = cluster.members.iter().map(|id| &self.model.organisations[id].value.settlement);
        only(settlements)?.as_deref()
    }

    fn trait_words(&self, programme: &Id<Programme>, feature: &Feature, level: Level) -> String {
        let (key, name) = match feature {
            Feature::Staff => ("cluster-staff", String::new()),
            Feature::Kind(id) => ("cluster-kind", uncapitalised(&self.model.vocabulary.kinds[id].title)),
            Feature::Settlement(name) => ("cluster-settlement", name.clone()),
            Feature::Indicator(_) | Feature::Base(_) => {
                ("cluster-measure", self.feature_title(programme, feature))
            }
        };
        self.say(key, &[("level", level.key().into()), ("name", name.into())])
    }

    /// A feature by its name.
    pub fn feature_title(&self, programme: &Id<Programme>, feature: &Feature) -> String {
        let indicators = &self.model.programmes[programme].indicators;
        let (key, name) = match feature {
            Feature::Staff => ("feature-staff", String::new()),
            Feature::Kind(id) => ("feature-kind", uncapitalised(&self.model.vocabulary.kinds[id].title)),
            Feature::Settlement(name) => ("feature-settlement", name.clone()),
            Feature::Indicator(id) => ("feature-indicator", indicators[id].short.clone()),
            Feature::Base(id) => ("feature-base", capitalised(&indicators[id].of)),
        };
        self.say(key, &[("name", name.into())])
    }

    /// A mean of a feature: «14,2», «64 %».
    pub fn feature_value(&self, programme: &Id<Programme>, feature: &Feature, value: f64) -> String {
        match feature {
            Feature::Staff => number(value, 1),
            Feature::Kind(_) | Feature::Settlement(_) => percent((value * 100.0).round()),
            Feature::Base(_) => percent(value),
            Feature::Indicator(id) => self.level(&self.model.programmes[programme].indicators[id], value),
        }
    }
}

/// The way to a group.
pub fn group_href(programme: &Id<Programme>, group: usize) -> String {
    format!("{}#{}", route::part(programme, "clusters"), anchor(group))
}

/// Where a group stands on its page.
pub fn anchor(group: usize) -> String {
    format!("group-{}", group + 1)
}

fn level(feature: &Feature, it: Trait, cluster: &Cluster) -> Level {
    let share = match feature {
        Feature::Kind(_) | Feature::Settlement(_) => cluster.means[it.feature],
        Feature::Staff | Feature::Indicator(_) | Feature::Base(_) => None,
    };
    match (it.distance > 0.0, share) {
        (true, Some(1.0)) => Level::All,
        (false, Some(0.0)) => Level::Nobody,
        (true, _) => Level::More,
        (false, _) => Level::Less,
    }
}

/// The thing that all of them are.
fn only<T: PartialEq>(mut things: impl Iterator<Item = T>) -> Option<T> {
    let first = things.next()?;
    things.all(|thing| thing == first).then_some(first)
}

/// A title within a sentence: «школы»; an abbreviation stays as it is.
fn uncapitalised(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().collect::<String>() + letters.as_str()
        }
        _ => title.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_stands_within_a_sentence() {
        for (title, within) in [("Детские сады", "детские сады"), ("МБОУ", "МБОУ"), ("Я", "Я"), ("", "")]
        {
            assert_eq!(uncapitalised(title), within);
        }
    }
}
