//! «Мой маршрут»: a teacher marks what is difficult and collects practices, all in the browser; without scripts the
//! same way leads over the topics.

use super::super::desk::Desk;
use super::super::facets::{ANY, Facet};
use super::super::views::{Content, OptionView, RouteView};
use super::super::{Page, route};
use super::shared::{page, section};
use super::topics::entrances;

/// The page of the individual route.
pub fn my_route<'a>(desk: &Desk<'a>) -> Page<'a> {
    let intro = desk.word("route-intro");
    let head = desk.head(route::MY_ROUTE, section::ROUTE, desk.word("route-title"), intro.clone());
    let view = RouteView {
        intro,
        subjects: options(desk, Facet::Subject),
        levels: options(desk, Facet::Level),
        difficulties: options(desk, Facet::Topic),
        topics: entrances(desk),
        any: ANY,
    };
    page(route::MY_ROUTE.to_owned(), head, Content::Route(view))
}

fn options(desk: &Desk<'_>, facet: Facet) -> Vec<OptionView> {
    let choices = desk.facets.iter().filter(|(of, _)| *of == facet).flat_map(|(_, choices)| choices);
    let choices = choices.filter(|choice| !choice.places.is_empty() && !choice.is_any());
    choices.map(|choice| OptionView { id: choice.id.clone(), title: choice.title.clone() }).collect()
}
