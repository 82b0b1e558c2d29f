//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use fencun_protocol::{Filter, Rank, WindowName};

/// Keeps phrases that set boundaries at work, and puts them on the clipboard.
///
/// Without a verb it starts in the tray; if it runs already, it opens the settings.
#[derive(Debug, Parser)]
#[command(name = "fencun", version, disable_help_subcommand = true, args_conflicts_with_subcommands = false)]
pub(crate) struct Arguments {
    /// Keeps everything under this folder.
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) home: Option<PathBuf>,
    /// Answers in JSON.
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Starts without ever opening a window.
    #[arg(long)]
    pub(crate) background: bool,
    #[command(subcommand)]
    pub(crate) verb: Option<Verb>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Opens the palette, or hides it.
    Toggle,
    /// Opens a window.
    Open {
        /// Which one.
        window: Window,
    },
    /// Ends the running Fencun.
    Quit,
    /// Lists phrases: id and title.
    List {
        #[command(flatten)]
        filter: FilterArgs,
    },
    /// Shows one phrase.
    Show {
        /// The phrase's id.
        id: String,
    },
    /// Prints the filled words.
    Print {
        #[command(flatten)]
        filling: FillingArgs,
    },
    /// Copies the filled words.
    Copy {
        #[command(flatten)]
        copy: CopyArgs,
    },
    /// Finds phrases, best first.
    Search {
        /// What to look for.
        query: String,
        #[command(flatten)]
        filter: FilterArgs,
        /// At most so many.
        #[arg(long, default_value_t = 50)]
        limit: usize,
    },
    /// Adds a phrase: the keys of one [[phrase]] in TOML, or a JSON object, on stdin. Prints its id.
    Add,
    /// Changes keys of a phrase.
    Edit {
        /// The phrase's id.
        id: String,
        /// Such as title=… or rank=senior,client or gloss.en=… or text=@FILE.
        #[arg(long = "set", value_name = "KEY=VALUE", required = true)]
        set: Vec<String>,
    },
    /// Deletes a phrase of your own.
    Delete {
        /// The phrase's id.
        id: String,
    },
    /// Takes back the last operations.
    Undo {
        /// How many.
        #[arg(default_value_t = 1)]
        steps: usize,
    },
    /// Lists what was done, newest first.
    History {
        /// Only what touched this phrase.
        id: Option<String>,
    },
    /// Gives a phrase the wording it had after a step of the history.
    Restore {
        /// Such as my-phrase@12.
        #[arg(value_name = "ID@STEP")]
        version: String,
    },
    /// Takes a pack into the library, under a name of its own.
    Import {
        /// The pack.
        file: PathBuf,
    },
    /// Tells what readers of the place would stumble over; exits with 1 if there is anything.
    Check {
        /// Packs to check, - for stdin; none checks the whole library.
        files: Vec<String>,
    },
    /// Tells which situations and ranks each pack answers.
    Coverage,
    /// Looks whether packs and history are sound.
    Verify,
    /// Tells where the files are.
    Paths,
}

/// A window.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Window {
    /// The search box that copies.
    Palette,
    /// The library and everything that can be set.
    Settings,
}

impl From<Window> for WindowName {
    fn from(window: Window) -> Self {
        match window {
            Window::Palette => Self::Palette,
            Window::Settings => Self::Settings,
        }
    }
}

/// Narrows a list.
#[derive(Debug, Args)]
pub(crate) struct FilterArgs {
    /// Tuned to this culture.
    #[arg(long)]
    culture: Option<String>,
    /// For this rank: junior, peer, senior or client.
    #[arg(long)]
    rank: Option<RankArg>,
    /// Written in this language.
    #[arg(long)]
    language: Option<String>,
    /// About this situation.
    #[arg(long)]
    situation: Option<String>,
    /// In this pack.
    #[arg(long)]
    pack: Option<String>,
    /// Written by you.
    #[arg(long)]
    mine: bool,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum RankArg {
    Junior,
    Peer,
    Senior,
    Client,
}

impl From<FilterArgs> for Filter {
    fn from(args: FilterArgs) -> Self {
        let rank = args.rank.map(|rank| match rank {
            RankArg::Junior => Rank::Junior,
            RankArg::Peer => Rank::Peer,
            RankArg::Senior => Rank::Senior,
            RankArg::Client => Rank::Client,
        });
        Self {
            culture: args.culture,
            rank,
            language: args.language,
            situation: args.situation,
            firmness: None,
            reason: None,
            pack: args.pack,
            mine: args.mine,
        }
    }
}

/// A phrase and what fills it.
#[derive(Debug, Args)]
pub(crate) struct FillingArgs {
    /// The phrase's id.
    pub(crate) id: String,
    /// Fills a placeholder.
    #[arg(long = "set", value_name = "NAME=VALUE")]
    pub(crate) set: Vec<String>,
    /// The person it goes to.
    #[arg(long, value_name = "ID")]
    pub(crate) contact: Option<String>,
}

/// What copying takes besides.
#[derive(Debug, Args)]
pub(crate) struct CopyArgs {
    #[command(flatten)]
    pub(crate) filling: FillingArgs,
    /// Copies control characters too, which can do harm in a terminal.
    #[arg(long)]
    pub(crate) sure: bool,
}
