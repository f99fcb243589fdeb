//! The registers of vehicles (T-02): DVLA's vehicle enquiry and DVSA's MOT history.
//!
//! Both are asked at once, on connections that live for the one question. Whatever they do, `LIMIT` ends it;
//! nothing follows them elsewhere, and of what goes wrong only its kind is logged: addresses, plates and keys
//! never are.

mod dvla;
mod dvsa;
mod said;

use forecourt_dispatch::plates::{NotLookedUp, PlateAnswers, PlateKeys, PlateLookUp};
use reqwest::redirect::Policy;
use reqwest::{Client, RequestBuilder, StatusCode};
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Mutex;
use std::time::Duration;

/// How long both may take together; somebody waits at the counter.
const LIMIT: Duration = Duration::from_secs(6);
/// How long it may take to reach one.
const CONNECT: Duration = Duration::from_secs(3);
/// A vehicle with forty years of tests is a tenth of it.
const LONGEST: usize = 1 << 20;

/// Where the registers are.
#[derive(Debug, Clone)]
struct Addresses {
    /// DVLA's vehicle enquiry.
    dvla: String,
    /// Where DVSA gives out the tokens that prove who asks.
    dvsa_token: String,
    /// DVSA's MOT history; the plate follows.
    dvsa: String,
}

/// The way to the registers of vehicles.
pub struct PlateServices {
    addresses: Addresses,
    /// May a register be spoken to in the clear? Only a pretended one, on this computer.
    is_pretended: bool,
    limit: Duration,
    /// DVSA's last token, good for an hour.
    token: Mutex<Option<dvsa::Token>>,
}

impl PlateServices {
    /// The registers themselves. Asks nothing yet.
    #[must_use]
    pub fn official() -> Self {
        let addresses = Addresses {
            dvla: "https://driver-vehicle-licensing.api.gov.uk/vehicle-enquiry/v1/vehicles".into(),
            // The directory of DVSA: the same for whoever has keys of it.
            dvsa_token:
                "https://login.microsoftonline.com/a455b827-244f-4c97-b5b4-ce5d13b4d00c/oauth2/v2.0/token"
                    .into(),
            dvsa: "https://history.mot.api.gov.uk/v1/trade/vehicles/registration/".into(),
        };
        Self { addresses, is_pretended: false, limit: LIMIT, token: Mutex::default() }
    }

    /// Pretended registers on this computer, for tests; `None` for any other computer's address.
    #[must_use]
    pub fn pretended(at: SocketAddr, limit: Duration) -> Option<Self> {
        at.ip().is_loopback().then(|| {
            let addresses = Addresses {
                dvla: format!("http://{at}/vehicle-enquiry/v1/vehicles"),
                dvsa_token: format!("http://{at}/oauth2/v2.0/token"),
                dvsa: format!("http://{at}/v1/trade/vehicles/registration/"),
            };
            Self { addresses, is_pretended: true, limit, token: Mutex::default() }
        })
    }

    async fn ask_both(&self, plate: &str, keys: &PlateKeys) -> PlateAnswers {
        let Some(client) = self.client() else { return PlateAnswers::neither(NotLookedUp::NoConnection) };
        let dvla = async {
            let key = keys.dvla.as_ref().ok_or(NotLookedUp::NoKey)?;
            in_time("DVLA", self.limit, dvla::enquire(&client, &self.addresses.dvla, plate, key)).await
        };
        let dvsa = async {
            let keys = keys.dvsa.as_ref().ok_or(NotLookedUp::NoKey)?;
            in_time("DVSA", self.limit, dvsa::history(self, &client, plate, keys)).await
        };
        let (dvla, dvsa) = tokio::join!(dvla, dvsa);
        PlateAnswers { dvla, dvsa }
    }

    fn client(&self) -> Option<Client> {
        let client = Client::builder()
            .user_agent(concat!("Forecourt/", env!("CARGO_PKG_VERSION")))
            .redirect(Policy::none())
            .referer(false)
            .connect_timeout(CONNECT)
            .https_only(!self.is_pretended);
        // What stands in for a register is on this computer, whatever proxy it has.
        let client = if self.is_pretended { client.no_proxy() } else { client };
        client.build().map_err(|fault| note("the client", &fault)).ok()
    }
}

impl PlateLookUp for PlateServices {
    fn look_up(&self, plate: &str, keys: &PlateKeys) -> PlateAnswers {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else {
            return PlateAnswers::neither(NotLookedUp::NoConnection);
        };
        let answers = runtime.block_on(self.ask_both(plate, keys));
        // A name server that keeps silent is waited for by nobody.
        runtime.shutdown_background();
        answers
    }
}

async fn in_time<T>(
    register: &'static str,
    limit: Duration,
    answer: impl Future<Output = Result<T, NotLookedUp>>,
) -> Result<T, NotLookedUp> {
    let answer = tokio::time::timeout(limit, answer).await.unwrap_or(Err(NotLookedUp::NoAnswer));
    if let Err(why) = &answer {
        tracing::info!(register, ?why, "a plate was not looked up");
    }
    answer
}

/// What came back: the status and the text, if it is one.
async fn answer(
    register: &'static str,
    request: RequestBuilder,
) -> Result<(StatusCode, String), NotLookedUp> {
    let why = |fault: reqwest::Error| {
        note(register, &fault);
        if fault.is_timeout() { NotLookedUp::NoAnswer } else { NotLookedUp::NoConnection }
    };
    let mut response = request.send().await.map_err(why)?;
    let status = response.status();
    let mut bytes = Vec::new();
    while let Some(chunk) = response.chunk().await.map_err(why)? {
        if bytes.len() + chunk.len() > LONGEST {
            return Err(NotLookedUp::Nonsense);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok((status, String::from_utf8(bytes).map_err(|_| NotLookedUp::Nonsense)?))
}

/// What a status says that is no answer; both registers mean the same by them.
fn refusal(status: StatusCode) -> NotLookedUp {
    match status.as_u16() {
        // DVLA says 400 to a plate that has not the form of one.
        400 | 404 => NotLookedUp::NotFound,
        401 | 403 => NotLookedUp::KeyRefused,
        408 | 504 => NotLookedUp::NoAnswer,
        429 => NotLookedUp::TooOften,
        500..=599 => NotLookedUp::Down,
        _ => NotLookedUp::Nonsense,
    }
}

/// Logs the kind and nothing else: the text of such a fault has the address in it.
fn note(register: &'static str, fault: &reqwest::Error) {
    let kind = match () {
        () if fault.is_timeout() => "no answer in time",
        () if fault.is_connect() => "no connection",
        () if fault.is_builder() => "not asked",
        () if fault.is_body() || fault.is_decode() => "an answer that broke off",
        () => "other",
    };
    tracing::warn!(register, kind, "a register of vehicles did not answer");
}
