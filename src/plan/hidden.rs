//! What is said where values are hidden from the public.
//!
//! Apart from the tables and sentences, because the same is said beside each of them.

use crate::analysis::{Amount, Analysis, Reading};
use crate::diag::{Diagnostic, Diagnostics, codes};
use crate::model::{Binding, Counted, Disclosure, Edition, Field, Id, Indicator, Model};

use super::desk::Desk;

impl Desk<'_> {
    /// «Скрыто 12 значений из 25: …»; empty where all is shown.
    pub fn hidden_sentence(&self, reading: &Reading) -> String {
        let hidden = reading.amounts().filter(|amount| amount.is_hidden()).count();
        let known = reading.amounts().filter(|amount| amount.value().is_some()).count();
        if hidden == 0 {
            return String::new();
        }
        let args =
            [("n", hidden.into()), ("of", (hidden + known).into()), ("k", self.model.site.smallest.into())];
        self.say("hidden-sentence", &args)
    }

    /// The footnote of a table in which something is hidden.
    pub fn hidden_note(&self, amounts: impl IntoIterator<Item = Amount>) -> Option<String> {
        let k = ("k", self.model.site.smallest.into());
        amounts.into_iter().any(Amount::is_hidden).then(|| self.say("hidden-note", &[k]))
    }

    /// What the passport says of small groups.
    pub fn disclosure(&self, indicator: &Indicator) -> String {
        match (&indicator.disclosure, indicator.people) {
            (_, Counted::Things) => String::new(),
            (Disclosure::Open(reason), _) => self.say("disclosure-open", &[("reason", reason.into())]),
            _ if self.model.site.edition == Edition::Internal => self.word("disclosure-internal"),
            (Disclosure::Protected, _) => {
                self.say("disclosure-protected", &[("k", self.model.site.smallest.into())])
            }
        }
    }
}

/// Reports texts that bind a value of which the reader will learn only that it is hidden.
pub fn check(model: &Model, analysis: &Analysis, diagnostics: &mut Diagnostics) {
    for (_, _, prose) in model.texts() {
        let hidden = prose.bindings.iter().filter(|(_, binding)| is_hidden(analysis, binding));
        for (range, binding) in hidden {
            let place = binding.organisation.as_ref().map_or_else(String::new, |name| format!(" {name}"));
            let value = format!("{} {}{place}", binding.indicator, binding.period);
            diagnostics.push(Diagnostic::at(&codes::HIDDEN_IN_TEXT, prose.span(range)).with("value", value));
        }
    }
}

fn is_hidden(analysis: &Analysis, binding: &Binding) -> bool {
    let Some(id) = Id::parse(&binding.indicator).filter(|_| binding.field != Field::Target) else {
        return false;
    };
    let readings = analysis.programmes.values().filter_map(|programme| {
        programme.dynamics.get(&id).and_then(|dynamics| dynamics.readings.get(&binding.period))
    });
    let amount = |reading: &Reading| match &binding.organisation {
        None => Some(reading.total),
        Some(name) => Some(reading.organisations.get(&Id::parse(name)?)?.amount),
    };
    readings.filter_map(amount).any(Amount::is_hidden)
}
