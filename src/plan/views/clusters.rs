//! Organisations alike: groups in words, and where each organisation stands.

use serde::Serialize;

use super::{Link, TableView};

/// Groups of organisations alike.
#[derive(Clone, Debug, Serialize)]
pub struct ClustersView {
    /// What the page is for.
    pub intro: String,
    /// The groups.
    pub groups: Vec<ClusterView>,
    /// How steady they are, and who is in none; why there are no groups, where there are none.
    pub sentences: Vec<String>,
    /// Features by group, and organisations with their neighbours.
    pub tables: Vec<TableView>,
    /// How it is computed, with sources.
    pub method: Vec<String>,
}

/// A group of organisations alike.
#[derive(Clone, Debug, Serialize)]
pub struct ClusterView {
    /// Its anchor.
    pub anchor: String,
    /// «Группа 1: школы, педагогов больше обычного».
    pub title: String,
    /// What sets it apart, with numbers; empty where nothing does.
    pub traits: String,
    /// «7 организаций».
    pub count: String,
    /// Its organisations.
    pub members: Vec<Link>,
    /// The one nearest to the others.
    pub typical: Link,
}

/// Where an organisation stands among those alike.
#[derive(Clone, Debug, Serialize)]
pub struct AlikeView {
    /// Its group.
    pub group: Link,
    /// The organisations most like it, the nearest first.
    pub nearest: Vec<Link>,
}
