//! The pages, by section. Each section says which pages it makes; a maker lays out one of them.

mod actions;
mod advice;
mod associations;
mod bank;
mod calendar;
mod clusters;
mod evidence;
mod feeds;
mod findings;
mod history;
mod home;
mod indicator;
mod moved;
mod my_route;
mod open_data;
mod organisation;
mod papers;
mod practice;
mod programme;
mod region;
mod registers;
mod shared;
mod steps;
mod tables;
mod today;
mod topics;

use super::Page;
use super::desk::Desk;

pub use feeds::feeds;
pub use home::site;
pub use indicator::passport;
pub use moved::{redirects, withdrawn};
pub use open_data::open_data;
pub use tables::formula;

/// Lays out one page, or the few that belong together.
pub type Maker<'a> = Box<dyn Fn(&Desk<'a>) -> Vec<Page<'a>> + Send + Sync + 'a>;

/// Everything that is to be laid out; the order does not matter.
pub fn makers<'a>(desk: &Desk<'a>) -> Vec<Maker<'a>> {
    let mut makers: Vec<Maker<'a>> = vec![
        Box::new(|desk| vec![home::home(desk), papers::glossary(desk), papers::missing(desk)]),
        Box::new(papers::lists),
        Box::new(organisation::list),
        Box::new(|desk| region::side_by_side(desk).into_iter().collect()),
    ];
    makers.extend(bank::makers(desk));
    makers.push(Box::new(|desk| vec![my_route::my_route(desk)]));
    makers.extend(registers::makers(desk));
    makers.push(Box::new(associations::pages));
    makers.extend(topics::makers(desk));
    for (id, _) in desk.model.practices.iter().filter(|(_, practice)| practice.is_public()) {
        makers.push(Box::new(move |desk| vec![practice::practice(desk, id)]));
    }
    for (id, _) in desk.model.organisations.iter() {
        makers.push(Box::new(move |desk| vec![organisation::organisation(desk, id)]));
    }
    for id in desk.model.recommendations.ids() {
        makers.push(Box::new(move |desk| vec![advice::advice(desk, id)]));
    }
    for (programme, row) in desk.model.programmes.iter() {
        makers.push(Box::new(move |desk| programme::pages(desk, programme)));
        for (id, _) in row.value.indicators.iter() {
            makers.push(Box::new(move |desk| vec![indicator::indicator(desk, programme, id)]));
        }
    }
    makers.push(Box::new(papers::texts));
    makers
}
